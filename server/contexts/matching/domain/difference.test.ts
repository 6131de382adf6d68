import { describe, expect, it } from "vitest";
import { type ChainEntry, chainData } from "./chain";
import { differenceBetween } from "./difference";

const chain = (...names: (string | Partial<ChainEntry>)[]) =>
	chainData.parse(
		names.map((given) => ({
			...{ version: 1, params: {}, weight: null },
			...(typeof given === "string" ? { step: given } : given),
		})),
	);
const told = (before: ReturnType<typeof chain>, after: ReturnType<typeof chain>) =>
	differenceBetween(before, after).map(({ name, change, moved }) => `${name}: ${change}${moved ? ", moved" : ""}`);

describe("the difference between two chains", () => {
	it("is nothing between a chain and itself", () => {
		const same = chain("active", "trait-fit", "combine");
		expect(told(same, same)).toEqual(["active: same", "trait-fit: same", "combine: same"]);
	});

	it("tells what came, what went, and where", () => {
		expect(told(chain("active", "near", "combine"), chain("active", "combine", "break-ties"))).toEqual([
			...["active: same", "near: removed", "combine: same", "break-ties: added"],
		]);
	});

	it("says of as few as possible that they moved", () => {
		expect(told(chain("a", "b", "c", "d"), chain("d", "a", "b", "c"))).toEqual([
			...["d: same, moved", "a: same", "b: same", "c: same"],
		]);
	});

	it("tells parameters, weight, version and switch apart", () => {
		const before = chain({ step: "fair-share", weight: 2, params: { days: 14 } });
		const after = chain({ step: "fair-share", weight: 3, params: { days: 7, more: true }, version: 2, on: false });
		expect(differenceBetween(before, after)[0]?.details).toEqual([
			{ what: "version", before: 1, after: 2 },
			{ what: "weight", before: 2, after: 3 },
			{ what: "on", before: true, after: false },
			{ what: "days", before: 14, after: 7 },
			{ what: "more", before: null, after: true },
		]);
	});

	it("knows steps that are there twice by their names", () => {
		const twice = chain({ step: "fair-share", as: "this-week" }, { step: "fair-share", as: "this-month" });
		expect(told(chain({ step: "fair-share", as: "this-month" }), twice)).toEqual([
			...["this-week: added", "this-month: same"],
		]);
	});
});
