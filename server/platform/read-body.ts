/** Who sends a body drop by drop holds a place that others wait for. */
export class TooSlow extends Error {
	constructor() {
		super("the body did not come in time");
		this.name = "TooSlow";
	}
}

/**
 * The body, or null when it is longer. The announced length may be a lie or missing, so the stream itself is counted. Throws
 * `TooSlow` when it has not come within the time that is given.
 */
export async function readAtMost(request: Request, most: number, withinMs?: number): Promise<Blob | null> {
	if (Number(request.headers.get("content-length") ?? 0) > most) return null;
	const chunks: Uint8Array<ArrayBuffer>[] = [];
	const reader = request.body?.getReader();
	let late = false;
	const timer = withinMs === undefined ? undefined : setTimeout(() => hurry(), withinMs);
	const hurry = () => {
		late = true;
		void reader?.cancel().catch(() => {});
	};
	try {
		let size = 0;
		for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
			size += part.value.byteLength;
			if (size > most) {
				await reader?.cancel();
				return null;
			}
			chunks.push(new Uint8Array(part.value));
		}
	} catch (error) {
		if (!late) throw error;
	} finally {
		clearTimeout(timer);
	}
	if (late) throw new TooSlow();
	return new Blob(chunks);
}
