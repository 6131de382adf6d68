import { describe, expect, it } from "vitest";
import { lotsOf } from "./lots";

const drawn = (...names: string[]) => {
	const lots = lotsOf(...names);
	return [lots.between(1, 1000), lots.chance(0.5), lots.pick(["a", "b", "c"]), lots.next()];
};

describe("lots", () => {
	it("fall the same way for the same names, whatever others draw between", () => {
		const first = lotsOf("seed", "murka", "day 3");
		const one = first.next();
		drawn("seed", "ryzhik", "day 3");
		const two = first.next();
		const again = lotsOf("seed", "murka", "day 3");
		expect([again.next(), again.next()]).toEqual([one, two]);
	});

	it("fall otherwise for other names, and names do not run into each other", () => {
		expect(drawn("seed", "murka")).not.toEqual(drawn("seed", "ryzhik"));
		expect(drawn("ab", "c")).not.toEqual(drawn("a", "bc"));
	});

	it("are spread as they should be", () => {
		const counts = Array.from({ length: 10 }, () => 0);
		for (let order = 0; order < 10_000; order++) {
			const face = lotsOf("seed", "order", order).between(0, 9);
			counts[face] = (counts[face] ?? 0) + 1;
		}
		expect(Math.min(...counts)).toBeGreaterThan(850);
		expect(Math.max(...counts)).toBeLessThan(1_150);
	});
});
