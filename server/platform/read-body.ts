/** Who sends a body drop by drop holds a place that others wait for. */
export class TooSlow extends Error {
	constructor() {
		super("the body did not come in time");
		this.name = "TooSlow";
	}
}

/** After so long it must have brought so much for each second: the poorest network brings more, who lets it drip does not. */
const GRACE_MS = 3_000;
const LEAST_PER_SECOND = 2_000;
const LOOK_EVERY_MS = 1_000;

/**
 * The body, or null when it is longer. The announced length may be a lie or missing, so the stream itself is counted. Throws
 * `TooSlow` when it has not come within the time that is given, or only drips.
 */
export async function readAtMost(request: Request, most: number, withinMs?: number): Promise<Blob | null> {
	if (Number(request.headers.get("content-length") ?? 0) > most) return null;
	const chunks: Uint8Array<ArrayBuffer>[] = [];
	const reader = request.body?.getReader();
	let late = false;
	let size = 0;
	let slow = 0;
	const began = performance.now();
	const hurry = (within: number) => {
		const passed = performance.now() - began;
		// Seen twice, for it may have been this process that was busy.
		slow = passed >= GRACE_MS && size < (LEAST_PER_SECOND * passed) / 1000 ? slow + 1 : 0;
		if (passed < within && slow < 2) return;
		late = true;
		void reader?.cancel().catch(() => {});
	};
	const timer =
		withinMs === undefined ? undefined : setInterval(() => hurry(withinMs), Math.min(LOOK_EVERY_MS, withinMs));
	try {
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
		clearInterval(timer);
	}
	if (late) throw new TooSlow();
	return new Blob(chunks);
}
