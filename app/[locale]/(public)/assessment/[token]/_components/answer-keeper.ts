import type { AnswerValue } from "@/server/contexts/hiring/contracts/taking";
import { newId } from "@/server/kernel/new-id";

export type Kept = { question: string; value: AnswerValue; sequence: number };
export type Note = { key: string; kind: "left" | "pasted"; question: string | null; size: number; at: Date };
type Batch = { answers: Kept[]; notes: Note[] };

/** Where what has not arrived yet outlives a reload. */
type Store = { read(): string | null; write(text: string | null): void };

/** `saving`: something is on its way. `waiting`: it could not be sent, and is kept here. `closed`: it came too late. */
export type Keeping = "saved" | "saving" | "waiting" | "closed";

type Given = {
	/** Sends and gives what the server keeps now. Throws a TypeError where no answer came. */
	send(batch: Batch): Promise<{ kept: Kept[] }>;
	/** Whether a failure was the network's: then it is tried again. */
	isAway(error: unknown): boolean;
	store: Store;
	/** Milliseconds by which answers of all devices are put in order. */
	now(): number;
	onChange(): void;
};

/**
 * Keeps the answers of one section in the browser until the server has them. Each change has a sequence larger than all that
 * this browser has seen of that answer, so that the newest one counts whichever device it comes from, however late it arrives.
 */
export function keepAnswers({ send, isAway, store, now, onChange }: Given) {
	const known = new Map<string, Kept>();
	const pending = new Map<string, Kept>();
	let notes: Note[] = [];
	let state: Keeping = "saved";
	let sending: Promise<boolean> | null = null;

	const remember = () => {
		const left = pending.size + notes.length;
		store.write(left === 0 ? null : JSON.stringify({ answers: [...pending.values()], notes }));
	};
	const become = (next: Keeping) => {
		state = next;
		onChange();
	};

	const left = read(store.read());
	for (const answer of left.answers) pending.set(answer.question, answer);
	notes = left.notes;
	if (pending.size + notes.length > 0) state = "waiting";

	/** Takes over what the server keeps, except where something newer was answered here. */
	function learn(kept: readonly Kept[]): void {
		for (const answer of kept) {
			const mine = pending.get(answer.question);
			if (mine && mine.sequence > answer.sequence) continue;
			pending.delete(answer.question);
			known.set(answer.question, answer);
		}
		remember();
		onChange();
	}

	async function sendPending(): Promise<boolean> {
		while (pending.size + notes.length > 0) {
			const batch: Batch = { answers: [...pending.values()].slice(0, 60), notes: notes.slice(0, 60) };
			become("saving");
			try {
				const { kept } = await send(batch);
				const sent = new Set(batch.notes.map(({ key }) => key));
				notes = notes.filter(({ key }) => !sent.has(key));
				for (const { question, sequence } of batch.answers) {
					const mine = pending.get(question);
					if (mine && mine.sequence <= sequence) pending.delete(question);
				}
				for (const answer of batch.answers) known.set(answer.question, answer);
				learn(kept);
			} catch (error) {
				become(isAway(error) ? "waiting" : "closed");
				return false;
			}
		}
		if (state !== "closed") become("saved");
		return true;
	}

	return {
		state: (): Keeping => state,
		answerTo: (question: string): AnswerValue | undefined => (pending.get(question) ?? known.get(question))?.value,
		learn,
		answer(question: string, value: AnswerValue): void {
			const last = Math.max(pending.get(question)?.sequence ?? 0, known.get(question)?.sequence ?? 0);
			pending.set(question, { question, value, sequence: Math.max(last + 1, Math.round(now())) });
			remember();
			become(state === "waiting" ? "waiting" : "saving");
		},
		note(note: Omit<Note, "key">): void {
			notes.push({ ...note, key: newId() });
			remember();
		},
		/** Sends all that is here; gives whether the server has it now. One at a time. */
		flush(): Promise<boolean> {
			sending ??= sendPending().finally(() => {
				sending = null;
			});
			return sending;
		},
	};
}

function read(text: string | null): Batch {
	if (!text) return { answers: [], notes: [] };
	const { answers, notes } = JSON.parse(text) as { answers: Kept[]; notes: (Omit<Note, "at"> & { at: string })[] };
	return { answers, notes: notes.map((note) => ({ ...note, at: new Date(note.at) })) };
}
