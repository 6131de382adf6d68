import { describe, expect, it } from "vitest";
import { z } from "zod";
import { added, changed, type Entry, isSame, moved, removed, type StepInfo, shareOf, withKeys } from "./chain";

const info = (step: string, kind: StepInfo["kind"]): StepInfo => ({
	...{
		step,
		version: 1,
		kind,
		newest: true,
		params: z.toJSONSchema(z.object({})),
		defaults: { days: 14 },
		needs: [],
		vocabulary: [],
	},
	...{ name: { en: step, ru: step }, about: { en: "", ru: "" }, gives: null, waitingReason: null },
});
const known = [info("active", "filter"), info("fit", "score"), info("combine", "reduce"), info("ties", "reduce")];
const entry = (step: string, weight: number | null = null): Entry => ({
	...{ key: step, step, version: 1, params: {}, weight, on: true, as: null },
});
const chain = [entry("active"), entry("fit", 3), entry("combine"), entry("ties")];
const names = (entries: readonly Entry[]) => entries.map(({ step }) => step);

describe("a chain in the editor", () => {
	it("takes a new step behind those of its kind", () => {
		expect(names(added(chain, info("free", "filter"), known, "x"))).toEqual([
			"active",
			"free",
			"fit",
			"combine",
			"ties",
		]);
		expect(names(added(chain, info("near", "score"), known, "x"))).toEqual([
			"active",
			"fit",
			"near",
			"combine",
			"ties",
		]);
		expect(names(added(chain, info("last", "reduce"), known, "x")).at(-1)).toBe("last");
	});

	it("gives it its defaults, a weight where it is a score, and a name of its own where there is one already", () => {
		const [, , second] = added(chain, info("fit", "score"), known, "x");
		expect(second).toMatchObject({ params: { days: 14 }, weight: 1, as: "fit-2", on: true });
		expect(added(chain, info("free", "filter"), known, "x")[1]).toMatchObject({ weight: null, as: null });
	});

	it("begins with what each parameter begins with, also where another has to be said first", () => {
		const params = z.toJSONSchema(z.strictObject({ expression: z.string().min(1), otherwise: z.number().default(0) }), {
			io: "input",
		});
		const [, , step] = added(chain, { ...info("expression-score", "score"), params, defaults: null }, known, "x");
		expect(step?.params).toEqual({ otherwise: 0 });
	});

	it("moves a step, and not beyond the ends", () => {
		expect(names(moved(chain, 0, 1))).toEqual(["fit", "active", "combine", "ties"]);
		expect(names(moved(chain, 3, 0))).toEqual(["ties", "active", "fit", "combine"]);
		expect(names(moved(chain, 0, -1))).toEqual(names(chain));
		expect(names(moved(chain, 3, 4))).toEqual(names(chain));
	});

	it("says which part of the total a score makes", () => {
		const two = [...chain, entry("near", 1)];
		expect(shareOf(two, entry("fit", 3))).toBe(0.75);
		expect(shareOf(changed(two, "near", { on: false }), entry("fit", 3))).toBe(1);
		expect(shareOf(two, entry("active"))).toBeNull();
	});

	it("knows whether anything was changed", () => {
		const steps = chain.map(({ key: _, ...step }) => step);
		expect(
			isSame(
				withKeys(steps, () => "k"),
				steps,
			),
		).toBe(true);
		const [mixed] = added([], info("fit", "score"), known, "x").map((one) => ({ ...one, params: { a: 1, b: 2 } }));
		const { key: _, ...kept } = mixed ?? entry("fit");
		expect(isSame(mixed ? [mixed] : [], [{ ...kept, params: { b: 2, a: 1 } }])).toBe(true);
		expect(isSame(removed(chain, "fit"), steps)).toBe(false);
		expect(isSame(moved(chain, 0, 1), steps)).toBe(false);
	});
});
