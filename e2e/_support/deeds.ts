import { Refused } from "./caller";

/** Something that a person wants done, under keys of its own, so that trying it again does it once. */
export type Deed = { name: string; run: () => Promise<void> };

const AT_ONCE = 8;

/** Numbers from 0 to 1 that are the same for the same seed. */
export function chance(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

export const shuffled = <Thing>(things: readonly Thing[], random: () => number): Thing[] =>
	things
		.map((thing) => ({ thing, place: random() }))
		.sort((one, other) => one.place - other.place)
		.map(({ thing }) => thing);

/**
 * Does them, several at a time. Answers those that had no answer, because the server was gone. A refusal is an answer that no
 * deed expects, so it is thrown.
 */
export async function attempt(deeds: readonly Deed[], afterEach: (done: number) => void = () => {}): Promise<Deed[]> {
	const todo = [...deeds];
	const left: Deed[] = [];
	let done = 0;
	const work = async () => {
		for (let deed = todo.shift(); deed; deed = todo.shift()) {
			try {
				await deed.run();
				afterEach(++done);
			} catch (error) {
				if (!isUnanswered(error)) throw new Error(`${deed.name}: ${String(error)}`, { cause: error });
				left.push(deed);
			}
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	return left;
}

/** The process is gone, or is there and has no database behind it. */
const isUnanswered = (error: unknown): boolean =>
	error instanceof Refused ? error.status === 503 : error instanceof TypeError || error instanceof SyntaxError;
