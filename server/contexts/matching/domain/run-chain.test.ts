import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { firstPipeline } from "@/db/seed/pipeline";
import { newId } from "@/server/kernel/ids";
import { steps } from "../steps";
import { aDemand, aJob, aSample, aWeek, span } from "../testing";
import { assembleChain, chainData, type Link } from "./chain";
import { type Explained, runChain, runFor } from "./run-chain";
import type { Demand, NormalSample } from "./sample";
import { defineScore } from "./step";
import { reasonForNobody } from "./waiting";

const { links } = assembleChain(chainData.parse(firstPipeline.steps), steps);
const entry = (step: string, version = 1, weight: number | null = null, more: object = {}) => ({
	...{ step, version, params: {}, weight },
	...more,
});
const everyStep = chainData.parse([
	...[entry("active"), entry("not-excluded"), entry("available")],
	entry("free-for-whole-duration", 2, null, { params: { travelMinutes: 45, sameZoneMinutes: 10 } }),
	entry("expression-condition", 1, null, { params: { expression: "no_shows < 4 or completed > 30" } }),
	entry("expression-value", 1, null, { as: "done-well", params: { expression: "completed - 2 * failed" } }),
	...[entry("trait-fit", 1, 4), entry("past-results", 2, 3), entry("client-history", 1, 1), entry("near", 1, 1)],
	...[entry("fair-share", 1, 2), entry("newcomers-chance", 1, 0.5), entry("load-today", 1, 1)],
	entry("no-show-risk", 1, 2),
	entry("expression-score", 1, 1, {
		as: "fit-and-fair",
		params: { expression: "trait_fit * fair_share + level_speed / 50" },
	}),
	...[entry("normalise"), entry("combine"), entry("break-ties")],
]);
const all = assembleChain(everyStep, steps);
const chains: [string, readonly Link[]][] = [
	["that installations start with", links],
	["of every step", all.links],
];
const traits = ["jar-tossing", "patience", "speed"];
const ids = Array.from({ length: 30 }, () => newId<NormalSample["id"]>());

const types = [newId<Demand["type"]>(), newId<Demand["type"]>()];
const jobs = fc
	.tuple(fc.integer({ min: -700, max: 700 }), fc.integer({ min: 1, max: 3 }), fc.boolean())
	.map(([from, length, held]) => aJob(from, length, { held }));
const nearJobs = fc
	.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: 1, max: 3 }))
	.map(([from, length]) => aJob(from, length));
const weeks = fc
	.record({
		type: fc.constantFrom(...types),
		ago: fc.nat(60),
		completed: fc.nat(20),
		failed: fc.nat(5),
		rated: fc.nat(10),
	})
	.map((week) => aWeek({ ...week, noShows: Math.min(week.failed, 2), stars: 4 * week.rated }));
const sampleWith = (id: NormalSample["id"]): fc.Arbitrary<NormalSample> =>
	fc.record({
		id: fc.constant(id),
		version: fc.integer({ min: 1, max: 9 }),
		active: fc.boolean(),
		levels: fc.dictionary(fc.constantFrom(...traits), fc.integer({ min: -5, max: 5 })),
		hours: fc.option(fc.constant([{ weekday: 2, from: "08:00", to: "14:00" }])),
		daysOff: fc.subarray([{ first: "2026-12-01", last: "2026-12-02" }]),
		jobs: fc.tuple(fc.array(jobs), fc.array(nearJobs, { maxLength: 2 })).map((lists) => lists.flat()),
		results: fc.array(weeks, { maxLength: 6 }),
	});
const pool = fc.subarray(ids).chain((chosen) => fc.tuple(...chosen.map(sampleWith)));
const demands: fc.Arbitrary<Demand> = fc
	.record({
		excluded: fc.subarray(ids, { maxLength: 10 }),
		wanted: fc.uniqueArray(fc.record({ trait: fc.constantFrom(...traits), weight: fc.integer({ min: 1, max: 5 }) }), {
			selector: ({ trait }) => trait,
		}),
		hours: fc.integer({ min: 1, max: 5 }),
	})
	.map(({ hours, ...rest }) => aDemand({ ...rest, during: span(0, hours) }));
const inputs = fc.record({ samples: pool, demand: demands, seed: fc.string() });

const told = ({ sample, values, out }: Explained) => ({ id: sample.id, values, out });
const byId = (all: Explained[]) => all.map(told).sort((a, b) => (a.id < b.id ? -1 : 1));

it("has steps of every id in the chain of every step", () => {
	expect(all.troubles).toEqual([]);
	expect(new Set(all.links.map(({ step }) => step.id))).toEqual(new Set(steps.map(({ id }) => id)));
});

describe.each(chains)("a run of the chain %s", (_which, links) => {
	it("does not depend on the order in which samples come", () => {
		fc.assert(
			fc.property(inputs, fc.infiniteStream(fc.nat()), (input, lots) => {
				const shuffled = input.samples
					.map((sample) => ({ sample, lot: lots.next().value }))
					.sort((a, b) => a.lot - b.lot)
					.map(({ sample }) => sample);
				const one = runChain(links, input);
				const other = runChain(links, { ...input, samples: shuffled });
				expect(other.ranked.map(told)).toEqual(one.ranked.map(told));
				expect(byId(other.all)).toEqual(byId(one.all));
				expect(other.funnel).toEqual(one.funnel);
			}),
		);
	});

	it("never lets a sample through that a filter refuses, and names the first that did", () => {
		fc.assert(
			fc.property(inputs, (input) => {
				const { ranked, all } = runChain(links, input);
				const about = { demand: input.demand, scores: [], seed: input.seed, best: 1, valuesOf: () => [] };
				const refusedBy = ({ sample }: Explained) =>
					links.find(({ step, params }) => step.kind === "filter" && step.refuses(sample, { ...about, params }, 0))
						?.name;
				for (const candidate of all) expect(candidate.out?.step).toBe(refusedBy(candidate));
				expect(new Set(ranked)).toEqual(new Set(all.filter(({ out }) => out === null)));
			}),
		);
	});

	it("gives the same result for the same seed, with ranks from 1 on and no two alike", () => {
		fc.assert(
			fc.property(inputs, (input) => {
				const { givenTo: _given, ...one } = runChain(links, input);
				expect(runChain(links, input)).toMatchObject(one);
				expect(one.ranked.map(({ values }) => values.rank)).toEqual(one.ranked.map((_, index) => index + 1));
			}),
		);
	});

	it("says of one alone what it says of it among all", () => {
		fc.assert(
			fc.property(inputs, (input) => {
				for (const one of runChain(links, input).all) expect(runFor(links, input, one.sample.id)).toEqual(one);
				expect(runFor(links, input, newId())).toBeNull();
			}),
			{ numRuns: 30 },
		);
	});

	it("leaves the same whatever order independent filters stand in", () => {
		const isFilter = ({ step }: Link) => step.kind === "filter";
		const filters = links.filter(isFilter);
		fc.assert(
			fc.property(inputs, fc.shuffledSubarray(filters, { minLength: filters.length }), (input, shuffled) => {
				const reordered = [...shuffled, ...links.filter((link) => !isFilter(link))];
				expect(runChain(reordered, input).ranked.map(told)).toEqual(runChain(links, input).ranked.map(told));
				expect(reasonForNobody(reordered, input)).toBe(reasonForNobody(links, input));
			}),
		);
	});
});

describe("a run of the chain", () => {
	it("says of everybody what each step computed or which one eliminated it, and how many each step left", () => {
		const [fit, weak, booked] = [
			aSample({ levels: { speed: 5 } }),
			aSample({ levels: { speed: -5 } }),
			aSample({ jobs: [aJob(0)] }),
		] as const;
		const demand = aDemand({ wanted: [{ trait: "speed", weight: 1 }] });
		const { ranked, funnel } = runChain(links, { demand, samples: [weak, booked, fit], seed: "s" });
		expect(ranked.map(({ sample }) => sample)).toEqual([fit, weak]);
		expect(ranked[0]?.values).toEqual({
			...{ "trait-fit": 1, "past-results": 0.8625, "fair-share": 1 },
			...{ total: 0.954167, rank: 1 },
		});
		expect(funnel.map(({ left }) => left)).toEqual([3, 3, 3, 2, 2, 2, 2, 2, 2]);
	});

	it("stops at a step that gives a score outside 0 to 1, and names it", () => {
		const boaster = defineScore({
			id: "boaster",
			version: 1,
			...{ name: { en: "Boaster", ru: "Хвастун" }, about: { en: "", ru: "" } },
			params: z.strictObject({}),
			values: () => [7],
		});
		const broken: Link[] = [{ name: "boaster", step: boaster, params: {}, weight: 1 }, ...links];
		expect(() => runChain(broken, { demand: aDemand(), samples: [aSample()], seed: "s" })).toThrow("boaster");
	});
});

describe("what an order waits for when nobody is left", () => {
	const gone = aSample({ active: false });
	const kept = aSample();
	const busy = aSample({ jobs: [aJob(0)] });
	const demand = aDemand({ excluded: [kept.id] });

	it.each([
		["nobody is there", [], "nobody-in-pool"],
		["all have left the pool", [gone], "nobody-in-pool"],
		["who is there is not to come", [gone, kept], "nobody-suits"],
		["who is there is not to come and booked besides", [{ ...kept, jobs: [aJob(0)] }], "nobody-suits"],
		["one who suits is booked", [gone, kept, busy], "everybody-booked"],
	] as const)("%s", (_what, samples, reason) => {
		expect(reasonForNobody(links, { demand, samples, seed: "s" })).toBe(reason);
	});
});
