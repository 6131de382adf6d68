import { after, systemNow } from "@/server/kernel/clock";

export type Connection = "connecting" | "open" | "lost";

/** What changed: the context whose answers are out of date, and the id of the thing. */
export type Change = { context: string; id: string };

type StreamOptions = {
	url: string;
	onChange: (change: Change) => void;
	/** Something may have been missed: everything shown is to be asked for again. */
	onGap: () => void;
	onConnection: (connection: Connection) => void;
	EventSource?: typeof globalThis.EventSource;
	now?: () => Date;
};

/** How long a cut may last before the server may have forgotten what was missed. */
const RESUMABLE_MS = 60_000;
/** An answer that is no stream ends an EventSource for good: then a new one is opened after this long. */
const REOPEN_MS = 3_000;

/** Keeps one event stream open until closed. A short cut is resumed by the browser with the last id it saw; a long one is a gap. */
export function openStream({ url, onChange, onGap, onConnection, ...outside }: StreamOptions): { close: () => void } {
	const Source = outside.EventSource ?? globalThis.EventSource;
	const now = outside.now ?? systemNow;
	let source: EventSource;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let lostAt: Date | null = null;
	let anew = false;

	const open = () => {
		source = new Source(url);
		source.onopen = () => {
			onConnection("open");
			if (anew || (lostAt && now() > after(lostAt, RESUMABLE_MS))) onGap();
			lostAt = null;
			anew = false;
		};
		source.onmessage = (message) => {
			const change = readChange(message.data);
			if (change) onChange(change);
		};
		source.onerror = () => {
			lostAt ??= now();
			onConnection("lost");
			if (source.readyState !== Source.CLOSED) return;
			anew = true;
			timer = setTimeout(open, REOPEN_MS);
		};
	};
	onConnection("connecting");
	open();

	return {
		close() {
			clearTimeout(timer);
			source.close();
		},
	};
}

/** A message as a change, or nothing if it is something else, such as a newer server's. */
export function readChange(data: unknown): Change | null {
	if (typeof data !== "string") return null;
	try {
		const { context, id } = JSON.parse(data) as Partial<Change>;
		return typeof context === "string" && typeof id === "string" ? { context, id } : null;
	} catch {
		return null;
	}
}
