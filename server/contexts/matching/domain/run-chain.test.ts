import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstPipeline } from "@/db/seed/pipeline";
import { newId } from "@/server/kernel/ids";
import { steps } from "../steps";
import { aDemand, aSample, span } from "../testing";
import { assembleChain, chainData, type Link } from "./chain";
import { type Explained, runChain } from "./run-chain";
import type { Demand, NormalSample } from "./sample";
import { defineScore } from "./step";
import { reasonForNobody } from "./waiting";

const { links } = assembleChain(chainData.parse(firstPipeline.steps), steps);
const traits = ["jar-tossing", "patience", "speed"];
const ids = Array.from({ length: 30 }, () => newId<NormalSample["id"]>());

const tally = fc.record({ completed: fc.nat(20), failed: fc.nat(5) });
const sampleWith = (id: NormalSample["id"]): fc.Arbitrary<NormalSample> =>
	fc.record({
		id: fc.constant(id),
		version: fc.integer({ min: 1, max: 9 }),
		active: fc.boolean(),
		levels: fc.dictionary(fc.constantFrom(...traits), fc.integer({ min: -5, max: 5 })),
		calendar: fc
			.array(fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: 1, max: 3 })))
			.map((held) => held.map(([from, length]) => span(from, length))),
		jobs: fc.array(fc.integer({ min: -700, max: 700 })).map((hours) => hours.map((hour) => span(hour).from)),
		results: fc.record({
			sameType: tally,
			otherTypes: tally,
			stars: fc.nat(10).chain((count) => fc.integer({ min: count, max: 5 * count }).map((sum) => ({ count, sum }))),
		}),
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

describe("a run of the chain", () => {
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
				const given = { demand: input.demand, params: {}, scores: [], seed: input.seed };
				const refusedBy = ({ sample }: Explained) =>
					links.find(({ step }) => step.kind === "filter" && step.refuses({ sample, values: {} }, given))?.step.id;
				for (const candidate of all) expect(candidate.out?.step).toBe(refusedBy(candidate));
				expect(new Set(ranked)).toEqual(new Set(all.filter(({ out }) => out === null)));
			}),
		);
	});

	it("gives the same result for the same seed, with ranks from 1 on and no two alike", () => {
		fc.assert(
			fc.property(inputs, (input) => {
				const one = runChain(links, input);
				expect(runChain(links, input)).toEqual(one);
				expect(one.ranked.map(({ values }) => values.rank)).toEqual(one.ranked.map((_, index) => index + 1));
			}),
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

	it("says of everybody what each step computed or which one eliminated it, and how many each step left", () => {
		const [fit, weak, booked] = [
			aSample({ levels: { speed: 5 } }),
			aSample({ levels: { speed: -5 } }),
			aSample({ calendar: [span(0)] }),
		] as const;
		const demand = aDemand({ wanted: [{ trait: "speed", weight: 1 }] });
		const { ranked, funnel } = runChain(links, { demand, samples: [weak, booked, fit], seed: "s" });
		expect(ranked.map(({ sample }) => sample)).toEqual([fit, weak]);
		expect(ranked[0]?.values).toEqual({
			...{ "trait-fit": 1, "past-results": 0.8625, "fair-share": 1 },
			...{ total: 0.954167, rank: 1 },
		});
		expect(funnel.map(({ left }) => left)).toEqual([3, 3, 2, 2, 2, 2, 2, 2]);
	});

	it("stops at a step that gives a score outside 0 to 1, and names it", () => {
		const boaster = defineScore({
			id: "boaster",
			version: 1,
			params: links[0]?.step.params ?? never(),
			values: () => [7],
		});
		const broken = [{ step: boaster, params: {}, weight: 1 }, ...links];
		expect(() => runChain(broken, { demand: aDemand(), samples: [aSample()], seed: "s" })).toThrow("boaster");
	});
});

const never = (): never => {
	throw new Error("the chain has a step");
};

describe("what an order waits for when nobody is left", () => {
	const gone = aSample({ active: false });
	const kept = aSample();
	const busy = aSample({ calendar: [span(0)] });
	const demand = aDemand({ excluded: [kept.id] });

	it.each([
		["nobody is there", [], "nobody-in-pool"],
		["all have left the pool", [gone], "nobody-in-pool"],
		["who is there is not to come", [gone, kept], "nobody-suits"],
		["who is there is not to come and booked besides", [{ ...kept, calendar: [span(0)] }], "nobody-suits"],
		["one who suits is booked", [gone, kept, busy], "everybody-booked"],
	] as const)("%s", (_what, samples, reason) => {
		expect(reasonForNobody(links, { demand, samples, seed: "s" })).toBe(reason);
	});
});
