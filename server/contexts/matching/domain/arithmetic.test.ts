import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { newId } from "@/server/kernel/ids";
import { steps } from "../steps";
import { evaluated, objectionTo } from "../steps/_expression";
import { breakTies } from "../steps/break-ties";
import { aDemand, aJob, aSample, ask, aWeek } from "../testing";
import { assembleChain, type ChainEntry } from "./chain";
import { runChain } from "./run-chain";
import type { Demand, NormalSample } from "./sample";

/** More of them in `npm run test:long`. */
const RUNS = process.env.LONG_TESTS ? 5000 : 150;

/** Numbers that floating arithmetic is bad at, within bounds. */
const numbers = (min: number, max: number) =>
	fc.oneof(
		fc.constantFrom(...[min, max, 0.1, 1 / 3, 0.7, 1e-7].filter((one) => one >= min && one <= max)),
		fc.double({ min, max, noNaN: true, noDefaultInfinity: true }),
	);

const operands = fc.constantFrom(
	...["completed", "failed", "stars", "ratings", "jobs_around", "level_speed", "level_patience", "hour", "trait_fit"],
	...["0", "1", "0.1", "3", "10^305", "10^-305", "1 / 3"],
);
const { expression: expressions } = fc.letrec<{ expression: string }>((tie) => ({
	expression: fc.oneof(
		{ maxDepth: 3 },
		operands,
		fc
			.tuple(tie("expression"), fc.constantFrom("+", "-", "*", "/", "%", "^", "<", "==", "and"), tie("expression"))
			.map(([left, sign, right]) => `(${left} ${sign} ${right})`),
		fc
			.tuple(fc.constantFrom("sqrt", "abs", "round", "-", "not "), tie("expression"))
			.map(([sign, of]) => `${sign}(${of})`),
		fc.tuple(tie("expression"), tie("expression")).map(([one, other]) => `min(${one}, ${other})`),
	),
}));

type Field = { type?: string; minimum?: number; maximum?: number; enum?: string[]; format?: string };

/** Any value that the form of a parameter lets through. */
function anyOf({ type, minimum = -1e308, maximum = 1e308, enum: among, format }: Field): fc.Arbitrary<unknown> {
	if (among) return fc.constantFrom(...among);
	if (format === "expression") return expressions.filter((text) => text.length <= 300);
	if (type === "boolean") return fc.boolean();
	if (type === "integer") return fc.integer({ min: minimum, max: maximum });
	if (type === "number") return numbers(minimum, maximum);
	throw new Error(`what is a ${type}?`);
}

const entries = steps.map((step) => {
	const { properties = {} } = z.toJSONSchema(step.params, { io: "input" });
	const params = fc.record(
		Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, anyOf(field as Field)])),
	);
	const weight = step.kind === "score" ? numbers(Number.MIN_VALUE, 100) : fc.constant(null);
	const entry: fc.Arbitrary<ChainEntry> = fc
		.tuple(params, weight)
		.map(([params, weight]) => ({ step: step.id, version: step.version, params, weight, on: true, as: null }));
	return { step, entry };
});
const only = (...ids: string[]) =>
	fc.tuple(...entries.filter(({ step }) => ids.includes(step.id)).map(({ entry }) => entry));
const some = fc
	.subarray(entries.filter(({ step }) => ["filter", "score", "map"].includes(step.kind) && step.id !== "trait-fit"))
	.chain((chosen) => fc.tuple(...chosen.map(({ entry }) => entry)));

/** Any chain that can run: `trait-fit` first, for expressions name it; of two versions of a step the first. */
const chains = fc
	.tuple(only("trait-fit"), some, fc.oneof(fc.constant([]), only("normalise")), only("combine"), only("break-ties"))
	.map((parts) => parts.flat())
	.map((all) => all.filter(({ step }, place) => all.findIndex((other) => other.step === step) === place));

const traits = ["speed", "patience", "jar-tossing"];
const types = [newId<Demand["type"]>(), newId<Demand["type"]>()];
const weeks = fc
	.record({
		type: fc.constantFrom(...types),
		ago: fc.integer({ min: -5, max: 600 }),
		completed: fc.nat(50),
		failed: fc.nat(9),
		share: fc.double({ min: 0, max: 1, noNaN: true }),
		each: fc.integer({ min: 1, max: 5 }),
	})
	.map(({ share, each, ...week }) => {
		const rated = Math.round(share * week.completed);
		return aWeek({ ...week, noShows: Math.round(share * week.failed), rated, stars: each * rated });
	});
const samples: fc.Arbitrary<NormalSample> = fc
	.record({
		levels: fc.dictionary(fc.constantFrom(...traits), fc.integer({ min: -5, max: 5 })),
		jobs: fc.array(
			fc
				.tuple(fc.integer({ min: -700, max: 700 }), fc.double({ min: 0.01, max: 9, noNaN: true }), fc.boolean())
				.map(([from, length, held]) => aJob(from, length, { held })),
			{ maxLength: 5 },
		),
		results: fc.array(weeks, { maxLength: 5 }),
	})
	.map(aSample);
const wanted = fc.uniqueArray(
	fc.record({ trait: fc.constantFrom(...traits), weight: fc.integer({ min: 1, max: 5 }) }),
	{ selector: ({ trait }) => trait },
);
const pools = fc.record({ samples: fc.array(samples, { maxLength: 12 }), wanted });

describe("arithmetic alone", () => {
	it("stops no chain of real steps, whatever their parameters, and loses nobody whom no filter refused", () => {
		fc.assert(
			fc.property(chains, pools, fc.constantFrom(...types), (chain, { samples, wanted }, type) => {
				const { links, troubles } = assembleChain(chain, steps);
				expect(troubles).toEqual([]);
				const demand = aDemand({ wanted, type });
				const { ranked, all } = runChain(links, { demand, samples, seed: "s" });
				expect(all).toHaveLength(samples.length);
				expect(new Set(ranked)).toEqual(new Set(all.filter(({ out }) => out === null)));
				const shares = links.filter(({ step }) => step.kind === "score").map(({ name }) => name);
				for (const { values } of ranked) {
					for (const name of [...shares, "total"]) {
						expect(values[name]).toBeGreaterThanOrEqual(0);
						expect(values[name]).toBeLessThanOrEqual(1);
					}
				}
			}),
			{ numRuns: RUNS },
		);
	});

	it("leaves the fit of who is weakest in all that is needed at nought (found in a company at work)", () => {
		const { links } = assembleChain(
			["trait-fit", "combine", "break-ties"].map((step) => ({
				...{ step, version: 1, params: {}, weight: step === "trait-fit" ? 1 : null, on: true, as: null },
			})),
			steps,
		);
		const needed = [1, 2, 3, 4, 5].flatMap((a) => [1, 2, 3, 4, 5].flatMap((b) => [1, 3, 5].map((c) => [a, b, c])));
		for (const weights of needed) {
			const wanted = traits.map((trait, place) => ({ trait, weight: weights[place] ?? 1 }));
			const weakest = aSample({ levels: Object.fromEntries(traits.map((trait) => [trait, -5])) });
			const strongest = aSample({ levels: Object.fromEntries(traits.map((trait) => [trait, 5])) });
			const { ranked } = runChain(links, { demand: aDemand({ wanted }), samples: [weakest, strongest], seed: "s" });
			expect(ranked.map(({ values }) => values["trait-fit"])).toEqual([1, 0]);
		}
	});

	it("keeps nobody from the best hundred: they are the first hundred of all", () => {
		const crowd = Array.from({ length: 150 }, () => aSample());
		const totals = fc.array(
			fc.oneof(
				fc.integer({ min: 0, max: 1e6 }).map((millionths) => millionths / 1e6),
				fc.integer({ min: 0, max: 4096 }).map((bin) => Math.round((bin / 4096) * 1e6) / 1e6),
			),
			{ minLength: crowd.length, maxLength: crowd.length },
		);
		fc.assert(
			fc.property(totals, fc.integer({ min: 1, max: 149 }), (totals, best) => {
				const values = totals.map((total) => ({ total }));
				const among = (count: number) => ask(breakTies, crowd, { values, best: count });
				const first = (rank: unknown) => (Number(rank) > best ? 0 : rank);
				expect(among(best)).toEqual(among(crowd.length).map(first));
			}),
		);
	});
});

describe("an expression that can be kept", () => {
	const given = { demand: aDemand(), scores: [], seed: "s", best: 1, valuesOf: () => [0.5] };

	it("never stops a chain, whatever is typed", () => {
		const bits = ["completed", "stars", "min", "max", "abs", "sqrt", "not", "true", "foo", "my_prototype", "toString"];
		const typed = fc
			.array(fc.constantFrom(...bits, ..."()()()+-*/%^<,?:!. 013e", "and", "or", "=="), { minLength: 1, maxLength: 9 })
			.chain((parts) => fc.constantFrom(parts.join(""), parts.join(" ")));
		fc.assert(
			fc.property(fc.oneof(typed, expressions), (text) => {
				fc.pre(objectionTo(text) === null);
				const value = evaluated(text, aSample(), given, 0);
				expect(value === null || Number.isFinite(value)).toBe(true);
			}),
			{ numRuns: 2 * RUNS },
		);
	});

	it.each([
		"completed(3)",
		"1 + trait_fit (2)",
		"min(1, 2)(3)",
		"failed > 3 ? 1 : level_speed(1)",
		"__proto__ + 1",
		"my_prototype",
	])("%s is none", (text) => {
		expect(objectionTo(text)).not.toBeNull();
	});

	it.each([
		"not (failed > 3) and (completed > 1)",
		"min (completed / 20, 1)",
		"round(stars) * (1 - abs(level_speed) / 5)",
	])("%s is one", (text) => {
		expect(objectionTo(text)).toBeNull();
	});
});
