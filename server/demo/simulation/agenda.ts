import type { Act } from "./act";

/** What people mean to do, the soonest first; at one instant in the order of their names, whoever came first. */
export class Agenda {
	readonly #heap: Act[] = [];
	readonly #known = new Set<string>();

	/** Whoever means to do the same again means nothing new. */
	add(acts: readonly Act[]): void {
		for (const act of acts) {
			if (this.#known.has(act.name)) continue;
			this.#known.add(act.name);
			this.#rise(this.#heap.push(act) - 1);
		}
	}

	first(): Act | undefined {
		return this.#heap[0];
	}

	takeFirst(): Act | undefined {
		const [first] = this.#heap;
		const last = this.#heap.pop();
		if (last && last !== first) {
			this.#heap[0] = last;
			this.#sink();
		}
		return first;
	}

	#rise(at: number): void {
		let index = at;
		while (index > 0) {
			const above = (index - 1) >> 1;
			if (!this.#swapUnlessInOrder(above, index)) return;
			index = above;
		}
	}

	#sink(): void {
		let index = 0;
		for (;;) {
			const [left, right] = [2 * index + 1, 2 * index + 2];
			const sooner = this.#isSooner(right, left) ? right : left;
			if (sooner >= this.#heap.length || !this.#swapUnlessInOrder(index, sooner)) return;
			index = sooner;
		}
	}

	#swapUnlessInOrder(above: number, below: number): boolean {
		if (!this.#isSooner(below, above)) return false;
		const [a, b] = [this.#heap[above], this.#heap[below]];
		if (!a || !b) return false;
		this.#heap[above] = b;
		this.#heap[below] = a;
		return true;
	}

	#isSooner(one: number, other: number): boolean {
		const [a, b] = [this.#heap[one], this.#heap[other]];
		if (!a || !b) return false;
		return a.at.getTime() - b.at.getTime() < 0 || (a.at.getTime() === b.at.getTime() && a.name < b.name);
	}
}
