import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { invoices } from "@/db/schema/billing-invoices";
import { policyVersions } from "@/db/schema/platform";
import { actorRef } from "@/server/kernel/actor";
import { addDays, instantAt } from "@/server/kernel/calendar";
import { type ClientId, newId } from "@/server/kernel/ids";
import { at, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { policyInForce } from "@/server/platform/policies";
import { issueInvoices } from "./commands/issue-invoices";
import { openWeek } from "./commands/open-week";
import { listLedgerFindings } from "./queries/list-ledger-findings";
import { anEndedOrder } from "./testing";

const ctx = createCtx();

async function runDue(now: Date): Promise<void> {
	const then = at(ctx, now);
	for (let due = await openWeek(then); due; due = await openWeek(then)) {
		while (!(await issueInvoices(then, { ...due, clientsAtOnce: 2 })).isClosed);
	}
}

/** A run whose process dies after the first commit, in the middle of what would have been the second. */
async function runKilled(now: Date): Promise<void> {
	const then = at(ctx, now);
	const due = await openWeek(then);
	if (!due) throw new Error("no week is due");
	await issueInvoices(then, { ...due, clientsAtOnce: 1 });
	const killed = new Error("killed");
	const dying = withTransaction(then, async (tx) => {
		await issueInvoices(tx, { ...due, clientsAtOnce: 1 });
		throw killed;
	});
	await expect(dying).rejects.toBe(killed);
}

/** The business moves to another time zone at an instant. */
async function moveTo(timeZone: string, effectiveFrom: Date): Promise<void> {
	const { version, ...values } = await policyInForce(at(ctx, effectiveFrom), "money");
	if (values.timeZone === timeZone) return;
	await ctx.db.insert(policyVersions).values({
		...{ set: "money", version: version + 1, values: { ...values, timeZone } },
		...{ effectiveFrom, author: actorRef(ctx.actor) },
	});
}

const invoicesOf = (day: string) =>
	ctx.db.select().from(invoices).where(eq(invoices.week, day)).orderBy(asc(invoices.sequence));

/** Those who were billed for a week, by the order of the invoices' numbers. */
async function expectBilled(sunday: string, clients: ClientId[], issuedAt: Date): Promise<void> {
	const issued = await invoicesOf(sunday);
	expect(issued).toMatchObject(
		[...clients].sort().map((clientId) => ({ clientId, total: 95_00n, lineCount: 1, issuedAt })),
	);
	const numbers = issued.map(({ sequence }) => sequence);
	expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
}

/**
 * Closes the week that ends on a Sunday: killed, then twice at once, then again. What came at the cut-off itself waits a week:
 * gives whose that is. `waiting` are those of the week before.
 */
async function liveThrough(sunday: string, timeZone: string, waiting: ClientId[]): Promise<ClientId[]> {
	const cutoff = instantAt(sunday, "22:00", timeZone);
	const inTime = Array.from({ length: 3 }, () => newId<ClientId>());
	const late = Array.from({ length: 2 }, () => newId<ClientId>());
	for (const clientId of inTime) await anEndedOrder(at(ctx, new Date(cutoff.getTime() - 1)), "completed", { clientId });
	for (const clientId of late) await anEndedOrder(at(ctx, cutoff), "failed", { clientId });
	await runDue(new Date(cutoff.getTime() - 1));
	expect(await invoicesOf(sunday)).toEqual([]);
	await runKilled(cutoff);
	await Promise.all([runDue(cutoff), runDue(cutoff)]);
	await runDue(cutoff);
	await expectBilled(sunday, [...inTime, ...waiting], cutoff);
	return late;
}

const holds = async () => expect((await listLedgerFindings(ctx)).filter(({ breaches }) => breaches > 0)).toEqual([]);

/** Days with a change of the clock, by an hour and by half an hour, a zone of quarter hours, and a year that ends on a Sunday. */
const special = [
	{ zone: "Europe/Berlin", sunday: "2027-03-28" },
	{ zone: "Europe/Berlin", sunday: "2027-10-31" },
	{ zone: "Australia/Lord_Howe", sunday: "2028-04-02" },
	{ zone: "Australia/Lord_Howe", sunday: "2028-10-01" },
	{ zone: "Asia/Kathmandu", sunday: "2028-12-31" },
	{ zone: "America/New_York", sunday: "2029-03-11" },
	{ zone: "America/New_York", sunday: "2029-11-04" },
	{ zone: "Europe/Moscow", sunday: "2030-12-29" },
];

beforeAll(() => runDue(instantAt("2027-01-03", "22:00", "Europe/Moscow")));

describe("R-220: a week ends on Sunday at 22:00 in the business time zone, killed, doubled and repeated as if once", () => {
	it.each(special)("on $sunday in $zone", async ({ zone, sunday }) => {
		const before = instantAt(addDays(sunday, -10), "12:00", zone);
		await runDue(before);
		await moveTo(zone, before);
		const waiting = await liveThrough(sunday, zone, []);
		const next = instantAt(addDays(sunday, 7), "22:00", zone);
		await runDue(next);
		await expectBilled(addDays(sunday, 7), waiting, next);
		await holds();
	});

	const zones = ["Europe/Moscow", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "America/New_York"];
	it.runIf(process.env.LONG_TESTS).each(zones.map((zone, index) => ({ zone, year: 2032 + 3 * index })))(
		"on each of 104 Sundays from $year in $zone",
		async ({ zone, year }) => {
			const first = addDays(`${year}-01-01`, (7 - new Date(`${year}-01-01T12:00:00Z`).getUTCDay()) % 7);
			const before = instantAt(addDays(first, -4), "12:00", zone);
			await runDue(before);
			await moveTo(zone, before);
			let waiting: ClientId[] = [];
			for (let week = 0; week < 104; week++) waiting = await liveThrough(addDays(first, 7 * week), zone, waiting);
			await runDue(instantAt(addDays(first, 7 * 104), "22:00", zone));
			await holds();
		},
		600_000,
	);
});
