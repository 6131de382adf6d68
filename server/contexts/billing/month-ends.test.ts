import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { payouts } from "@/db/schema/billing-payouts";
import { policyVersions } from "@/db/schema/platform";
import { actorRef } from "@/server/kernel/actor";
import { instantAt } from "@/server/kernel/calendar";
import { newId, type WorkerId } from "@/server/kernel/ids";
import { at, createCtx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { issuePayouts } from "./commands/issue-payouts";
import { openMonth } from "./commands/open-month";
import { listLedgerFindings } from "./queries/list-ledger-findings";
import { anEndedOrder } from "./testing";

const ctx = createCtx();

async function runDue(now: Date): Promise<void> {
	const then = at(ctx, now);
	for (let due = await openMonth(then); due; due = await openMonth(then)) {
		while (!(await issuePayouts(then, due)).isClosed);
	}
}

/** The business moves to another time zone at an instant. */
async function moveTo(timeZone: string, effectiveFrom: Date): Promise<void> {
	const { version, ...values } = await policyInForce(at(ctx, effectiveFrom), "money");
	await ctx.db.insert(policyVersions).values({
		...{ set: "money", version: version + 1, values: { ...values, timeZone } },
		...{ effectiveFrom, author: actorRef(ctx.actor) },
	});
}

/** The last day with a change of the clock, a leap day, a zone of quarter hours, one whose clock moves by half an hour. */
const special = [
	{ zone: "Europe/Berlin", day: "2027-10-31" },
	{ zone: "Europe/Moscow", day: "2028-02-29" },
	{ zone: "Asia/Kathmandu", day: "2028-12-31" },
	{ zone: "Australia/Lord_Howe", day: "2029-04-30" },
	{ zone: "America/New_York", day: "2029-11-30" },
	{ zone: "Europe/Berlin", day: "2030-03-31" },
];

describe("R-230: a month ends at 22:00 on its last day in the business time zone", () => {
	beforeAll(() => runDue(instantAt("2027-01-31", "22:00", "Europe/Moscow")));

	it.each(special)(
		"on $day in $zone: what comes a millisecond before is in it, what comes then is not",
		async (end) => {
			const cutoff = instantAt(end.day, "22:00", end.zone);
			const days = (count: number) => new Date(cutoff.getTime() + count * 86_400_000);
			await runDue(days(-20));
			await moveTo(end.zone, days(-15));
			const workerId = newId<WorkerId>();
			await anEndedOrder(at(ctx, new Date(cutoff.getTime() - 1)), "completed", { workerId });
			await anEndedOrder(at(ctx, cutoff), "failed", { workerId });
			await Promise.all([runDue(cutoff), runDue(cutoff)]);
			await runDue(cutoff);
			const mine = () =>
				ctx.db.select().from(payouts).where(eq(payouts.workerId, workerId)).orderBy(asc(payouts.month));
			expect(await mine()).toMatchObject([{ month: end.day, amount: 60_00n, lineCount: 1, issuedAt: cutoff }]);
			await runDue(days(32));
			expect(await mine()).toMatchObject([{ month: end.day }, { carriedOut: -40_00n, lineCount: 1 }]);
			expect((await listLedgerFindings(ctx)).filter(({ breaches }) => breaches > 0)).toEqual([]);
		},
	);
});
