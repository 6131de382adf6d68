import { z } from "zod";
import { minutes } from "@/server/kernel/clock";
import type { Job, NormalSample } from "../domain/sample";
import { defineFilter, type Given } from "../domain/step";

const travel = (label: { en: string; ru: string }) => z.int().min(0).max(240).default(0).meta({ label });

const params = z.strictObject({
	/** Between two jobs, at least so long. */
	travelMinutes: travel({ en: "Minutes between two jobs", ru: "Минут между заказами" }),
	sameZoneMinutes: travel({ en: "Minutes between two jobs in one zone", ru: "Минут между заказами в одной зоне" }),
});
type Params = z.output<typeof params>;

const common = {
	id: "free-for-whole-duration",
	name: { en: "Free for the whole time", ru: "Свободен всё это время" },
	about: {
		en: "Keeps out who has another job then, or too little time for the way from the one before or to the one after.",
		ru: "Отсеивает тех, у кого в это время другой заказ или слишком мало времени на дорогу до него или после.",
	},
	waitingReason: "everybody-booked" as const,
	reasons: {
		booked: { en: "has a job until {until}", ru: "на заказе до {until}" },
		"too-far": {
			en: "could not get there in time: there is a job until {until}",
			ru: "не успеет доехать: на заказе до {until}",
		},
	},
	praise: { en: "free", ru: "время свободно" },
};

/**
 * Lets through whose calendar is empty from the order's beginning to its end, and for the way before and after. Jobs that
 * only touch do not overlap.
 */
export const freeForWholeDuration = defineFilter({
	...common,
	version: 2,
	params,
	refuses: ({ jobs }, given) => {
		let tooFar = false;
		const { during, zone } = given.demand;
		const [from, to] = [during.from.getTime(), during.to.getTime()];
		// Written out: it is asked of a hundred thousand samples for one order.
		for (let index = 0; index < jobs.length; index++) {
			const job = jobs[index] as Job;
			if (!job.held) continue;
			const way = wayBetween(job, zone, given.params);
			if (job.from >= to + way || from >= job.to + way) continue;
			if (job.from < to && from < job.to) return "booked";
			tooFar = true;
		}
		return tooFar ? "too-far" : null;
	},
	facts: (sample, given) => ({ until: untilWhen(sample, given) }),
});

/** As it was before there were ways between jobs. */
export const freeWithoutTravel = defineFilter({
	...common,
	version: 1,
	params: z.strictObject({}),
	refuses: ({ jobs }, given) => (jobs.some((job) => job.held && overlaps(job, given, 0)) ? "booked" : null),
	facts: (sample, { demand }) => ({
		until: untilWhen(sample, { demand, params: { travelMinutes: 0, sameZoneMinutes: 0 } }),
	}),
});

type Asked = Pick<Given<Params>, "demand" | "params">;

const overlaps = (job: Job, { demand: { during } }: Pick<Asked, "demand">, way: number): boolean =>
	job.from < during.to.getTime() + way && during.from.getTime() < job.to + way;

const wayBetween = (job: Job, zone: Job["zone"], { travelMinutes, sameZoneMinutes }: Params): number =>
	minutes(job.zone !== null && job.zone === zone ? sameZoneMinutes : travelMinutes);

const isNear = (job: Job, { demand, params }: Asked): boolean =>
	overlaps(job, { demand }, wayBetween(job, demand.zone, params));

function untilWhen({ jobs }: NormalSample, asked: Asked): string {
	const inTheWay = jobs.filter((job) => job.held && isNear(job, asked));
	return new Date(Math.max(...inTheWay.map(({ to }) => to))).toISOString();
}
