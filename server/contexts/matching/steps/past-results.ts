import { z } from "zod";
import { formatPercent } from "@/server/kernel/format";
import { type NormalSample, type WeekOfResults, weekNumber } from "../domain/sample";
import { defineScore, type Given } from "../domain/step";

const expectations = {
	/** As how many earlier jobs the expectation of a newcomer counts: nobody is judged by the first job, nobody is buried. */
	priorJobs: z
		.number()
		.min(0.1)
		.max(100)
		.default(5)
		.meta({
			label: { en: "Jobs that the expectation counts for", ru: "Сколько заказов весит ожидание" },
		}),
	/** The share of completed jobs that a newcomer is expected to have. */
	priorCompletion: z
		.number()
		.min(0)
		.max(1)
		.default(0.9)
		.meta({
			label: { en: "Expected share of completed jobs", ru: "Ожидаемая доля выполненных" },
		}),
	/** How much a job of another type counts against one of this type. */
	otherTypes: z
		.number()
		.min(0)
		.max(1)
		.default(0.5)
		.meta({
			label: { en: "Weight of jobs of other types", ru: "Вес заказов других услуг" },
		}),
	/** The stars that a newcomer is expected to get. */
	priorStars: z
		.number()
		.min(1)
		.max(5)
		.default(4)
		.meta({ label: { en: "Expected stars", ru: "Ожидаемая оценка" } }),
	/** How much of the score the stars are; the rest is the share of completed jobs. */
	starsShare: z
		.number()
		.min(0)
		.max(1)
		.default(0.25)
		.meta({
			label: { en: "Share of stars in the score", ru: "Доля оценок в итоге" },
		}),
};
const params = z.strictObject({
	...expectations,
	/** A job that is so old counts half. */
	halfLifeDays: z
		.number()
		.min(7)
		.max(3650)
		.default(180)
		.meta({
			label: { en: "Days after which a job counts half", ru: "Через сколько дней заказ весит вдвое меньше" },
		}),
});
type Params = Omit<z.output<typeof params>, "halfLifeDays">;

/**
 * What became of the jobs that a sample had, and what reference samples said of them, the recent ones more than the old,
 * smoothed towards what a newcomer is expected to do (a Bayesian average). Cancelled jobs say nothing about a sample.
 */
export const pastResults = defineScore({
	id: "past-results",
	version: 2,
	name: { en: "Past results", ru: "Прошлые результаты" },
	about: {
		en: "Rates by completed and failed jobs and by stars; recent jobs count more. Newcomers get what is expected of them, so one bad day buries nobody.",
		ru: "Оценивает по выполненным и сорванным заказам и по оценкам клиентов; недавние весят больше. Новичку засчитывается ожидаемое, поэтому один плохой день никого не топит.",
	},
	params,
	values: (samples, given) => rated(samples, given, fadedBy(given.params.halfLifeDays)),
	tells: ({ results }) => {
		const completed = results.reduce((sum, week) => sum + week.completed, 0);
		const all = results.reduce((sum, week) => sum + week.completed + week.failed, 0);
		if (all < 5) return null;
		const percent = Math.round((100 * completed) / all);
		return {
			en: `${formatPercent(percent, { locale: "en" })} of jobs completed`,
			ru: `выполнено ${formatPercent(percent, { locale: "ru" })} заказов`,
		};
	},
});

/** As it was before age counted. */
export const pastResultsOfAnyAge = defineScore({
	...pastResults,
	version: 1,
	params: z.strictObject(expectations),
	values: (samples, given) => rated(samples, given, () => 1),
});

type ByAge = (weeks: number) => number;

function fadedBy(halfLifeDays: number): ByAge {
	const known: number[] = [];
	return (weeks) => {
		const age = Math.max(weeks, 0);
		known[age] ??= 0.5 ** ((7 * age) / halfLifeDays);
		return known[age];
	};
}

function rated(samples: readonly NormalSample[], { demand, params }: Given<Params>, faded: ByAge): Float64Array {
	const now = weekNumber(demand.during.from);
	const { priorJobs, priorCompletion, priorStars, starsShare, otherTypes } = params;
	const type = demand.type;
	const values = new Float64Array(samples.length);
	// Written out: it is asked of a hundred thousand samples for one order.
	for (let place = 0; place < samples.length; place++) {
		const { results } = samples[place] as NormalSample;
		let completed = 0;
		let all = 0;
		let stars = 0;
		let count = 0;
		for (let index = 0; index < results.length; index++) {
			const week = results[index] as WeekOfResults;
			const fresh = faded(now - week.week);
			const weight = week.type === type ? fresh : fresh * otherTypes;
			completed += weight * week.completed;
			all += weight * (week.completed + week.failed);
			stars += fresh * week.stars;
			count += fresh * week.rated;
		}
		const completion = (completed + priorJobs * priorCompletion) / (all + priorJobs);
		// Five stars are 1, one is 0.
		const liking = ((stars + priorJobs * priorStars) / (count + priorJobs) - 1) / 4;
		values[place] = (1 - starsShare) * completion + starsShare * liking;
	}
	return values;
}
