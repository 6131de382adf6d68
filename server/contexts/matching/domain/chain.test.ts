import { describe, expect, it } from "vitest";
import { firstPipeline } from "@/db/seed/pipeline";
import { steps } from "../steps";
import { assembleChain, type ChainData, chainData } from "./chain";

const first = chainData.parse(firstPipeline.steps);
const troublesOf = (data: ChainData) => assembleChain(data, steps).troubles;
const entry = (step: string, weight: number | null = null): ChainData[number] => ({
	...{ step, version: 1, params: {}, weight, on: true, as: null },
});
const ending = [entry("combine"), entry("break-ties")];

describe("a chain", () => {
	it("that installations start with can run as it is", () => {
		const { links, troubles } = assembleChain(first, steps);
		expect(troubles).toEqual([]);
		expect(links.map(({ step }) => step.id)).toEqual(first.map(({ step }) => step));
	});

	it("takes its steps in any order that gives each what it needs", () => {
		const filters = [entry("free-for-whole-duration"), entry("active"), entry("not-excluded")];
		expect(troublesOf([entry("fair-share", 1), ...filters, entry("trait-fit", 2), ...ending])).toEqual([]);
	});

	it("fills in the parameters that it leaves out", () => {
		const { links } = assembleChain([entry("fair-share", 1), ...ending], steps);
		expect(links[0]?.params).toEqual({ days: 14 });
	});

	it.each<[string, ChainData, object]>([
		["nothing at all", [], { position: 0, reason: "no-rank" }],
		["no ranking at its end", [entry("trait-fit", 1), entry("combine")], { position: 2, reason: "no-rank" }],
		["a total before any score", ending, { position: 0, step: "combine", reason: "needs-earlier", about: "score" }],
		[
			"a ranking before the total",
			[entry("trait-fit", 1), entry("break-ties"), entry("combine")],
			{ position: 1, step: "break-ties", reason: "needs-earlier", about: "total" },
		],
		[
			"a score that comes too late to count",
			[entry("trait-fit", 1), entry("combine"), entry("fair-share", 1), entry("break-ties")],
			{ position: 2, step: "fair-share", reason: "score-after-total" },
		],
		[
			"a filter after the ranking",
			[entry("trait-fit", 1), ...ending, entry("active")],
			{ position: 3, step: "active", reason: "after-the-end" },
		],
		[
			"a step twice",
			[entry("active"), entry("active"), entry("trait-fit", 1), ...ending],
			{ position: 1, reason: "twice" },
		],
		["a step that nobody wrote", [entry("horoscope", 1), entry("trait-fit", 1), ...ending], { reason: "unknown-step" }],
		[
			"a version that nobody wrote",
			[{ ...entry("active"), version: 9 }, entry("trait-fit", 1), ...ending],
			{ position: 0, reason: "unknown-version" },
		],
		["a score without a weight", [entry("trait-fit"), ...ending], { position: 0, reason: "weight-missing" }],
		[
			"a filter with a weight",
			[entry("active", 2), entry("trait-fit", 1), ...ending],
			{ position: 0, reason: "weight-on-no-score" },
		],
		[
			"parameters that the step does not take",
			[{ ...entry("fair-share", 1), params: { days: 0 } }, ...ending],
			{ position: 0, reason: "bad-params", about: "days" },
		],
	])("is refused with %s, and says why", (_what, data, trouble) => {
		expect(troublesOf(data)[0]).toMatchObject(trouble);
	});
});
