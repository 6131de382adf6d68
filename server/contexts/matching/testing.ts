import { after, hours } from "@/server/kernel/clock";
import { newId } from "@/server/kernel/ids";
import type { Demand, NormalSample, Span } from "./domain/sample";
import type { Candidate, Given, Step } from "./domain/step";

export const NOON = new Date("2026-12-01T09:00:00Z");

/** From so many hours after noon, for so many hours. */
export const span = (from: number, length = 1): Span => ({
	from: after(NOON, hours(from)),
	to: after(NOON, hours(from + length)),
});

/** An active sample without a past; say what matters to the test. */
export const aSample = (given: Partial<NormalSample> = {}): NormalSample => ({
	id: newId(),
	version: 1,
	active: true,
	levels: {},
	calendar: [],
	jobs: [],
	results: {
		sameType: { completed: 0, failed: 0 },
		otherTypes: { completed: 0, failed: 0 },
		stars: { count: 0, sum: 0 },
	},
	...given,
});

export const aDemand = (given: Partial<Demand> = {}): Demand => ({
	order: newId(),
	reference: newId(),
	type: newId(),
	during: span(0),
	wanted: [],
	excluded: [],
	...given,
});

type About<S extends Step> = {
	demand?: Demand;
	params?: Parameters<S["params"]["parse"]>[0];
	scores?: Given["scores"];
	seed?: string;
	values?: Record<string, number>[];
};

/** What a step says of samples, each on its own: why a filter refuses it, or the value that it gets. */
export function ask<S extends Step>(step: S, samples: NormalSample[], about: About<S> = {}) {
	const { demand = aDemand(), params = {}, scores = [], seed = "seed", values = [] } = about;
	const given: Given = { demand, params: step.params.parse(params), scores, seed };
	const candidates: Candidate[] = samples.map((sample, index) => ({ sample, values: values[index] ?? {} }));
	return step.kind === "filter"
		? candidates.map((candidate) => step.refuses(candidate, given))
		: step.values(candidates, given);
}
