import { HIGHEST, type Score } from "./score";
import type { Standing } from "./standing";

type Member = { application: string; total: Score; at: number };

const DAY = 86_400_000;

/**
 * A cohort that moves through history: each applicant is in it by the latest scorecard, for so many days. Says where a
 * total stands in a few steps however many there are (a Fenwick tree over the scores). Members are to come in the order
 * in which they became known.
 */
export class MovingCohort {
	readonly #counts = new Int32Array(HIGHEST + 2);
	readonly #latest = new Map<string, Member>();
	readonly #queue: Member[] = [];
	#oldest = 0;
	#size = 0;

	constructor(private readonly days: number) {}

	/** Lets one in, in place of an earlier card of the same applicant, lets those out whose time is over, and says where this one stands. */
	enter(member: Member): Standing {
		const earlier = this.#latest.get(member.application);
		if (earlier) this.#count(earlier.total, -1);
		this.#latest.set(member.application, member);
		this.#queue.push(member);
		this.#count(member.total, 1);
		this.#release(member.at - this.days * DAY);
		const upTo = this.#upTo(member.total);
		return { size: this.#size, above: this.#size - upTo, equal: upTo - this.#upTo(member.total - 1) };
	}

	#release(until: number): void {
		for (let next = this.#queue[this.#oldest]; next && next.at <= until; next = this.#queue[this.#oldest]) {
			this.#oldest += 1;
			if (this.#latest.get(next.application) !== next) continue;
			this.#latest.delete(next.application);
			this.#count(next.total, -1);
		}
	}

	#count(total: Score, change: number): void {
		this.#size += change;
		for (let index = total + 1; index < this.#counts.length; index += index & -index) {
			this.#counts[index] = (this.#counts[index] ?? 0) + change;
		}
	}

	#upTo(total: Score): number {
		let sum = 0;
		for (let index = total + 1; index > 0; index -= index & -index) sum += this.#counts[index] ?? 0;
		return sum;
	}
}
