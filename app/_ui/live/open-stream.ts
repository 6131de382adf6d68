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
};

/** How the server says that it no longer knows what was missed. */
const EVERYTHING = "*";
/** An answer that is no stream ends an EventSource for good; then a new one is opened, more patiently each time. */
const PATIENCE_MS = { first: 3_000, most: 60_000 };

/**
 * Keeps one event stream open until closed. The browser itself resumes after a cut by the last id it saw; what happened
 * before the first opening, or before one that had to begin anew, is a gap.
 */
export function openStream({ url, onChange, onGap, onConnection, ...outside }: StreamOptions): { close: () => void } {
	const Source = outside.EventSource ?? globalThis.EventSource;
	let source: EventSource;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let patience = PATIENCE_MS.first;

	const open = () => {
		let begun = false;
		source = new Source(url);
		source.onopen = () => {
			onConnection("open");
			patience = PATIENCE_MS.first;
			if (!begun) onGap();
			begun = true;
		};
		source.onmessage = (message) => {
			const change = readChange(message.data);
			if (change?.context === EVERYTHING) onGap();
			else if (change) onChange(change);
		};
		source.onerror = () => {
			onConnection("lost");
			if (source.readyState !== Source.CLOSED) return;
			// Refused, not cut: whoever has been signed out learns it from the page's own questions.
			if (patience === PATIENCE_MS.first) onGap();
			timer = setTimeout(open, patience);
			patience = Math.min(patience * 2, PATIENCE_MS.most);
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
		const { context, id } = (JSON.parse(data) ?? {}) as Partial<Change>;
		return typeof context === "string" && typeof id === "string" ? { context, id } : null;
	} catch {
		return null;
	}
}
