import { and, asc, gt, gte, inArray, isNotNull } from "drizzle-orm";
import { availability, daysOff, endings, jobs } from "@/db/schema/execution";
import { businessDate } from "@/server/kernel/business-date";
import { commonRefusals } from "@/server/kernel/errors";
import type { OrderId, WorkerId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";

/** What copies of execution's facts are held against, a page at a time, the next behind an id. For the house itself. */
const PAGE = 1000;

function demandHouse(ctx: Ctx): void {
	if (ctx.actor.kind !== "system") throw commonRefusals.because("not_allowed");
}

/** When workers can be given jobs, as `execution/availability.changed` tells it: days off that are over are left out. */
export async function listAvailabilitiesOnRecord(ctx: Ctx, behind: WorkerId | null) {
	demandHouse(ctx);
	const { timeZone } = await policyInForce(ctx, "money");
	const rows = await ctx.db
		.select()
		.from(availability)
		.where(and(gt(availability.version, 0), behind ? gt(availability.workerId, behind) : undefined))
		.orderBy(asc(availability.workerId))
		.limit(PAGE);
	const among = inArray(
		daysOff.workerId,
		rows.map(({ workerId }) => workerId),
	);
	const off = await ctx.db
		.select()
		.from(daysOff)
		.where(and(among, gte(daysOff.last, businessDate(ctx.clock.now(), timeZone))))
		.orderBy(asc(daysOff.first));
	const daysOffOf = (id: WorkerId) =>
		off.filter(({ workerId }) => workerId === id).map(({ first, last }) => ({ first, last }));
	return rows.map((row) => ({ ...row, daysOff: daysOffOf(row.workerId) }));
}

/** Endings of jobs that somebody had, all of an order on one page. A correction tells no reason. */
export async function listEndingsOnRecord(ctx: Ctx, behind: OrderId | null) {
	demandHouse(ctx);
	const rows = await ctx.db
		.select()
		.from(endings)
		.where(and(isNotNull(endings.workerId), behind ? gt(endings.orderId, behind) : undefined))
		.orderBy(asc(endings.orderId), asc(endings.number))
		.limit(PAGE);
	const cut = rows.length === PAGE ? rows.at(-1)?.orderId : null;
	const isWhole = ({ orderId }: { orderId: OrderId }) => orderId !== cut;
	return rows.filter(isWhole).flatMap(({ orderId, number, workerId, outcome, failure, at }) => {
		const reason = number === 1 ? failure : null;
		return workerId ? [{ orderId, number, workerId, outcome, reason, at }] : [];
	});
}

/** Jobs that somebody has now: whose calendar they stand in. */
export async function listJobsOnRecord(ctx: Ctx, behind: OrderId | null) {
	demandHouse(ctx);
	const held = inArray(jobs.state, ["scheduled", "started"]);
	const rows = await ctx.db
		.select()
		.from(jobs)
		.where(and(held, behind ? gt(jobs.orderId, behind) : undefined))
		.orderBy(asc(jobs.orderId))
		.limit(PAGE);
	return rows.flatMap(
		({ orderId, orderNumber, clientId, serviceTypeId, place, workerId, startsAt, durationMinutes }) =>
			workerId
				? [{ orderId, orderNumber, clientId, serviceTypeId, zoneId: place.zoneId, workerId, startsAt, durationMinutes }]
				: [],
	);
}

/** Of these orders those that have ended, and how. */
export async function listEndedAmong(ctx: Ctx, orders: OrderId[]) {
	demandHouse(ctx);
	const rows = await ctx.db
		.select({ orderId: jobs.orderId, state: jobs.state })
		.from(jobs)
		.where(and(inArray(jobs.orderId, orders), gt(jobs.ending, 0)));
	return rows.flatMap(({ orderId, state }) =>
		state === "completed" || state === "failed" || state === "cancelled" ? [{ orderId, outcome: state }] : [],
	);
}
