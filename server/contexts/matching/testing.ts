import { dayOf } from "@/server/kernel/calendar";
import { after, hours } from "@/server/kernel/clock";
import { newId } from "@/server/kernel/ids";
import { wallPieces } from "@/server/kernel/wall-pieces";
import { type Demand, type Job, type NormalSample, type Span, type WeekOfResults, weekNumber } from "./domain/sample";
import type { Elimination, Given, ScoreSoFar, Step } from "./domain/step";

export const NOON = new Date("2026-12-01T09:00:00Z");
/** Where noon is noon. */
const ZONE = "Europe/Moscow";

/** From so many hours after noon, for so many hours. */
export const span = (from: number, length = 1): Span => ({
	from: after(NOON, hours(from)),
	to: after(NOON, hours(from + length)),
});

/** A job of so many hours that begins so many hours after noon. */
export const aJob = (from: number, length = 1, given: Partial<Job> = {}): Job => {
	const during = span(from, length);
	return { order: newId(), from: during.from.getTime(), to: during.to.getTime(), held: true, zone: null, ...given };
};

/** What came of jobs so many weeks before noon. */
export const aWeek = (given: Partial<WeekOfResults> & { ago?: number } = {}): WeekOfResults => {
	const { ago = 0, ...rest } = given;
	const nothing = { type: null, completed: 0, failed: 0, noShows: 0, stars: 0, rated: 0 };
	return { ...nothing, week: weekNumber(NOON) - ago, ...rest };
};

/** An active sample without a past; say what matters to the test. */
export const aSample = (given: Partial<NormalSample> = {}): NormalSample => ({
	...{ id: newId(), version: 1, active: true, levels: {} },
	...{ hours: null, daysOff: [], jobs: [], results: [] },
	...given,
});

export const aDemand = (given: Partial<Demand> = {}): Demand => {
	const during = given.during ?? span(0);
	const day = dayOf(during.from, ZONE);
	return {
		...{ order: newId(), reference: newId(), type: newId(), zone: null, during, wanted: [], excluded: [] },
		...{ pieces: wallPieces(during, ZONE), day: { from: day.from.getTime(), to: day.to.getTime() } },
		encounters: new Map(),
		...given,
	};
};

type About<S extends Step> = {
	demand?: Demand;
	params?: Parameters<S["params"]["parse"]>[0];
	scores?: Omit<ScoreSoFar, "column">[];
	seed?: string;
	best?: number;
	values?: Record<string, number>[];
};

const givenFor = <S extends Step>(step: S, about: About<S>): Given => {
	const { demand = aDemand(), params = {}, scores = [], seed = "seed", values = [], best = 1000 } = about;
	return {
		...{ demand, params: step.params.parse(params), seed, best },
		scores: scores.map((score) => ({ ...score, column: score.step })),
		valuesOf: (name) => values.map((each) => each[name] ?? Number.NaN),
	};
};

/** What a step says of samples: why a filter refuses each, or the value that each gets. */
export function ask<S extends Step>(
	step: S,
	samples: NormalSample[],
	about: About<S> = {},
): (Elimination | number | null)[] {
	const given = givenFor(step, about);
	if (step.kind === "filter") {
		return samples.map((sample, place) => {
			const why = step.refuses(sample, given, place);
			const facts = why !== null && step.facts?.(sample, given);
			return why === null ? null : { why, ...(facts && { facts }) };
		});
	}
	if (step.kind === "rescale") throw new Error("a rescaling step is asked about columns");
	return Array.from(step.values(samples, given));
}

/** What a step says in words of one sample that got this value. */
export function words<S extends Step>(
	step: S,
	sample: NormalSample,
	value: number,
	about: About<S> & { isBest?: boolean } = {},
) {
	if (step.kind === "filter" || step.kind === "rescale") return null;
	return step.tells?.(sample, givenFor(step, about), value, about.isBest ?? false) ?? null;
}
