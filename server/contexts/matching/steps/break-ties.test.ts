import { describe, expect, it } from "vitest";
import { aSample, ask } from "../testing";
import { breakTies } from "./break-ties";

const alike = Array.from({ length: 5 }, () => aSample());
const ranks = (totals: number[], seed: string, samples = alike) =>
	ask(breakTies, samples, { seed, values: totals.map((total) => ({ total })) });

describe("the ranking", () => {
	it("puts the higher total first", () => {
		expect(ranks([0.2, 0.9, 0.5, 0.1, 0.7], "any")).toEqual([4, 1, 3, 5, 2]);
	});

	it("lets lots decide between equals, the same way each time and whatever order they come in", () => {
		const first = ranks([1, 1, 1, 1, 1], "order/1");
		expect(ranks([1, 1, 1, 1, 1], "order/1")).toEqual(first);
		expect(ranks([1, 1, 1, 1, 1], "order/1", [...alike].reverse())).toEqual([...first].reverse());
		expect([...first].map(Number).sort()).toEqual([1, 2, 3, 4, 5]);
	});

	it("prefers nobody for ever: each of equals is the first for about as many seeds", () => {
		const wins = alike.map((_, index) => {
			const seeds = Array.from({ length: 1000 }, (_seed, number) => `order ${number}/1`);
			return seeds.filter((seed) => ranks([1, 1, 1, 1, 1], seed)[index] === 1).length;
		});
		for (const count of wins) expect(Math.abs(count - 200)).toBeLessThan(60);
	});
});

it("ranks only so many of the best as are asked for, and the very same ones as if all were ranked", () => {
	const many = Array.from({ length: 500 }, () => aSample());
	const values = many.map((_, index) => ({ total: ((index * 37) % 101) / 100 }));
	const all = ask(breakTies, many, { values });
	const few = ask(breakTies, many, { values, best: 20 });
	expect(few).toEqual(all.map((rank) => (Number(rank) <= 20 ? rank : 0)));
});
