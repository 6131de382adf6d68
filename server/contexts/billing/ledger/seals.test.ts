import { asc, eq, inArray, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { ledgerTransactions } from "@/db/schema/billing";
import { closedDays, sealedTransactions, seals } from "@/db/schema/billing-seals";
import { startTestEngine } from "@/server/engine/testing";
import { addDays } from "@/server/kernel/calendar";
import { type ClientId, newId } from "@/server/kernel/ids";
import { money } from "@/server/kernel/money";
import { moveBusinessTimeTo } from "@/server/platform/business-clock";
import { at, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { closeDay } from "../commands/close-day";
import { sealDay } from "../commands/seal-day";
import { sealDays } from "../functions/seal-days";
import { listLedgerFindings } from "../queries/list-ledger-findings";
import { post } from "./post";
import { reverse } from "./reverse";

const ctx = createCtx();

/** Each test has days of its own. */
let today = "2027-01-01";
const on = (day: string, time = "12:00") => at(ctx, `${day}T${time}:00+03:00`);
const tomorrow = () => addDays(today, 1);

beforeEach(async () => {
	today = addDays(today, 10);
	await sealUntil(today);
});

const aCharge = (reason = "order 12 completed") => ({
	...{ key: `charge:${newId()}`, kind: "charge" as const, reason },
	postings: [
		{ account: { kind: "client" as const, ownerId: newId<ClientId>() }, amount: money(-95_00) },
		{ account: { kind: "order-revenue" as const }, amount: money(95_00) },
	],
});
const postedOn = (day: string, time?: string) => withTransaction(on(day, time), (tx) => post(tx, aCharge()));

/** What the cycle does when a day begins. */
async function sealUntil(day: string): Promise<string[]> {
	const sealed: string[] = [];
	for (let due = await closeDay(on(day)); due; due = await closeDay(on(day))) {
		await sealDay(on(day), due);
		sealed.push(due.day);
	}
	return sealed;
}

const dateOf = async (id: bigint) => {
	const [row] = await ctx.db.select().from(ledgerTransactions).where(eq(ledgerTransactions.id, id));
	return row?.businessDate;
};
const sealsOf = (...days: string[]) =>
	ctx.db.select().from(seals).where(inArray(seals.day, days)).orderBy(asc(seals.day));

const SEALS = ["seals-form-a-chain", "seals-hold-their-days", "sealed-days-are-unchanged"];
const broken = async (where = ctx) =>
	(await listLedgerFindings(where)).filter(({ name, breaches }) => breaches > 0 && SEALS.includes(name));

/** Runs a statement as somebody who has switched the guards off, and gives what is found; leaves nothing behind. */
async function foundAfter(statements: string): Promise<[string, string[]][]> {
	const enough = new Error("enough seen");
	let found: [string, string[]][] = [];
	await withTransaction(ctx, async (tx) => {
		await tx.db.execute(sql`set local session_replication_role = replica`);
		for (const statement of statements.split(";")) await tx.db.execute(sql.raw(statement));
		found = (await broken(tx)).map(({ name, examples }) => [name, examples]);
		throw enough;
	}).catch((error) => expect(error).toBe(enough));
	return found;
}

describe("a business date that is over", () => {
	it("is sealed, with a hash over its transactions and the seal of the day before; so is a day without any", async () => {
		await postedOn(today, "00:00");
		await postedOn(today, "23:59");
		expect(await sealUntil(addDays(today, 2))).toEqual([today, tomorrow()]);
		const [first, second] = await sealsOf(today, tomorrow());
		expect(first).toMatchObject({ transactionCount: 2 });
		expect(second).toMatchObject({ transactionCount: 0, previous: first?.hash });
		expect(await broken()).toEqual([]);
	});

	it("is not sealed before it is over, by the business time zone", async () => {
		await postedOn(today);
		expect(await closeDay(on(today, "23:59"))).toBeNull();
		expect(await closeDay(on(tomorrow(), "00:00"))).toEqual({ day: today });
		await sealDay(on(tomorrow()), { day: today });
	});

	it("is sealed once, by however many instances, and by who comes after one that was killed in the middle", async () => {
		await postedOn(today);
		await closeDay(on(tomorrow()));
		await Promise.all([sealUntil(tomorrow()), sealUntil(tomorrow()), sealUntil(tomorrow())]);
		const [seal] = await sealsOf(today);
		await sealDay(on(tomorrow()), { day: today });
		expect(await sealsOf(today)).toEqual([seal]);
		expect(await broken()).toEqual([]);
	});

	it("takes no more: what comes late is booked on the day that is open, at its true time", async () => {
		await postedOn(today);
		await sealUntil(tomorrow());
		const late = await postedOn(today, "23:59");
		expect(await dateOf(late)).toBe(tomorrow());
		const [row] = await ctx.db.select().from(ledgerTransactions).where(eq(ledgerTransactions.id, late));
		expect(row?.at).toEqual(on(today, "23:59").clock.now());
		expect(await broken()).toEqual([]);
		await sealUntil(addDays(today, 2));
		expect(await sealsOf(tomorrow())).toMatchObject([{ transactionCount: 1 }]);
		expect(await broken()).toEqual([]);
	});

	it("waits with closing for what is being posted, and what begins meanwhile belongs to the next", async () => {
		let closing: Promise<unknown> = Promise.resolve();
		let later: Promise<bigint> = Promise.resolve(0n);
		const early = await withTransaction(on(today), async (tx) => {
			const id = await post(tx, aCharge());
			closing = sealUntil(tomorrow());
			await new Promise((resolve) => setTimeout(resolve, 100));
			expect(await sealsOf(today)).toEqual([]);
			later = postedOn(today);
			await new Promise((resolve) => setTimeout(resolve, 100));
			return id;
		});
		await closing;
		expect([await dateOf(early), await dateOf(await later)]).toEqual([today, tomorrow()]);
		expect(await sealsOf(today)).toMatchObject([{ transactionCount: 1 }]);
		expect(await broken()).toEqual([]);
	});

	it("is left for the next tick, without a word, when somebody posts for long: nobody else waits behind it", async () => {
		await withTransaction(on(today), async (tx) => {
			await post(tx, aCharge());
			expect(await closeDay(on(tomorrow()))).toBeNull();
			const others = Promise.all([postedOn(today), postedOn(tomorrow())]);
			expect(await others).toHaveLength(2);
		});
		expect(await sealUntil(tomorrow())).toEqual([today]);
	});
});

describe("under load", () => {
	it("20 writers post and reverse while days are closed beneath them: every transaction is in the seal of its date", async () => {
		const writer = async (number: number) => {
			for (let turn = 0; turn < 10; turn++) {
				const id = await postedOn(addDays(today, turn % 3), "20:00");
				await withTransaction(on(addDays(today, number % 3)), (tx) =>
					reverse(tx, { key: `reversal:${id}`, transactionId: id, reason: "a mistake" }),
				);
			}
		};
		const sealer = async () => {
			for (const after of [1, 2, 3]) await sealUntil(addDays(today, after));
		};
		await Promise.all([...Array.from({ length: 20 }, (_, number) => writer(number)), sealer(), sealer()]);
		await sealUntil(addDays(today, 5));
		const counts = await sealsOf(...[0, 1, 2, 3].map((after) => addDays(today, after)));
		expect(counts.reduce((sum, { transactionCount }) => sum + transactionCount, 0)).toBe(400);
		expect(await broken()).toEqual([]);
	}, 60_000);
});

describe("a row forced past the guard", () => {
	let id = 0n;
	let other = 0n;
	beforeEach(async () => {
		id = await postedOn(today);
		other = await postedOn(tomorrow());
		await postedOn(addDays(today, 2));
		await sealUntil(addDays(today, 3));
	});

	const unchanged = (what: string) => [["sealed-days-are-unchanged", [what]]];

	it.each([
		["the reason", "update billing.ledger_transactions set reason = 'another' where id = $"],
		["who did it", "update billing.ledger_transactions set actor = '{}' where id = $"],
		["the time", "update billing.ledger_transactions set at = at + interval '1 microsecond' where id = $"],
		["the business date", "update billing.ledger_transactions set business_date = business_date + 100 where id = $"],
		[
			"both amounts, so that they still sum to zero",
			"update billing.ledger_postings set amount = amount * 2 where transaction_id = $",
		],
		[
			"the account",
			"update billing.ledger_postings set account_id = account_id + 1 where transaction_id = $ and line = 1",
		],
		[
			"whose account it is",
			"update billing.ledger_accounts set owner_id = gen_random_uuid() where id = (select account_id from billing.ledger_postings where transaction_id = $ and line = 1)",
		],
		[
			"that there is one line more",
			"insert into billing.ledger_postings select transaction_id, 3, account_id, amount from billing.ledger_postings where transaction_id = $ and line = 1",
		],
	])("is found and named: %s", async (_what, statement) => {
		expect(await foundAfter(statement.replaceAll("$", String(id)))).toEqual(
			unchanged(`transaction ${id}, sealed on ${today}: changed`),
		);
	});

	it("is found and named when it is erased", async () => {
		const erase = `delete from billing.ledger_postings where transaction_id = ${id}; delete from billing.ledger_transactions where id = ${id}`;
		expect(await foundAfter(erase)).toEqual(unchanged(`transaction ${id}, sealed on ${today}: erased`));
	});

	it("is found and named when it is slipped into a sealed day", async () => {
		const slip = `insert into billing.ledger_transactions (idempotency_key, fingerprint, kind, business_date, at, reason, cause, actor, posting_count)
			values ('slipped', '', 'charge', '${today}', now(), '', '', '{}', 2)`;
		expect(await foundAfter(slip)).toEqual(
			unchanged(
				expect.stringMatching(new RegExp(`^transaction \\d+, booked on ${today}: slipped in$`)) as unknown as string,
			),
		);
	});

	it("is found although what was kept of it was bent to fit: the day's seal no longer holds", async () => {
		const bend = `update billing.sealed_transactions set digest = sha256('x') where transaction_id = ${id}`;
		expect(await foundAfter(bend)).toEqual([
			["seals-hold-their-days", [`day ${today}`]],
			["sealed-days-are-unchanged", [`transaction ${id}, sealed on ${today}: changed`]],
		]);
	});

	it("is found although the seal was made anew: the next day does not build on it", async () => {
		const forged = `update billing.seals set hash = sha256('x') where day = '${today}'`;
		expect(await foundAfter(forged)).toEqual([
			["seals-form-a-chain", [`day ${tomorrow()}: not built on the day before`]],
			["seals-hold-their-days", [`day ${today}`]],
		]);
	});

	it("is found although the whole day was taken out of the chain", async () => {
		const cut = `delete from billing.seals where day = '${tomorrow()}'; delete from billing.closed_days where day = '${tomorrow()}';
			delete from billing.sealed_transactions where transaction_id = ${other}`;
		expect(await foundAfter(cut)).toEqual([
			["seals-form-a-chain", [`day ${addDays(today, 2)}: not built on the day before`]],
			["sealed-days-are-unchanged", [`transaction ${other}, booked on ${tomorrow()}: slipped in`]],
		]);
	});
});

describe("the database", () => {
	it.each([
		"update billing.seals set transaction_count = 0",
		"delete from billing.seals",
		"truncate billing.seals cascade",
		"update billing.sealed_transactions set digest = sha256('x')",
		"delete from billing.sealed_transactions",
		"update billing.closed_days set day = day + 1",
		"delete from billing.closed_days",
	])("refuses to %s", async (statement) => {
		await expect(ctx.db.execute(sql.raw(statement))).rejects.toMatchObject({
			cause: { message: expect.stringContaining("append-only") },
		});
	});

	it("has no column of a transaction, a posting or an account that is not sealed", async () => {
		const rows = await ctx.db.execute<{ name: string }>(sql`
			select table_name || '.' || column_name as name from information_schema.columns
			where table_schema = 'billing' and table_name like 'ledger\\_%' order by name`);
		expect(rows.map(({ name }) => name)).toEqual([
			...["id", "kind", "owner_id"].map((column) => `ledger_accounts.${column}`),
			...["account_id", "amount", "line", "transaction_id"].map((column) => `ledger_postings.${column}`),
			...["actor", "at", "business_date", "cause", "fingerprint", "id", "idempotency_key", "kind", "order_id"].map(
				(column) => `ledger_transactions.${column}`,
			),
			...["posting_count", "reason", "recorded_at", "reverses"].map((column) => `ledger_transactions.${column}`),
		]);
	});

	it("gives the same digests whatever the session's settings", async () => {
		const id = await postedOn(today);
		await sealUntil(tomorrow());
		await withTransaction(ctx, async (tx) => {
			await tx.db.execute(sql`set local timezone = 'Asia/Kathmandu'`);
			await tx.db.execute(sql`set local datestyle = 'German'`);
			expect(await broken(tx)).toEqual([]);
		});
		const kept = await ctx.db.select().from(sealedTransactions).where(eq(sealedTransactions.transactionId, id));
		expect(kept).toMatchObject([{ day: today }]);
	});
});

describe("the cycle", () => {
	it("seals each day by itself, killed in the middle, told twice", async () => {
		const future = addDays(today, 3);
		await moveBusinessTimeTo(on(future, "21:00").clock.now());
		const engine = await startTestEngine([sealDays], { twice: true, repeated: true });
		try {
			const id = await postedOn(future, "21:00");
			const passing = engine.travelTo(on(addDays(future, 2), "01:00").clock.now(), 60_000).catch(() => undefined);
			await engine.kill();
			await engine.resume();
			await passing;
			await engine.travelTo(on(addDays(future, 2), "02:00").clock.now(), 60_000);
			expect(await dateOf(id)).toBe(future);
			expect(await sealsOf(future, addDays(future, 1))).toMatchObject([
				{ transactionCount: 1 },
				{ transactionCount: 0 },
			]);
			expect(
				await ctx.db
					.select()
					.from(closedDays)
					.where(eq(closedDays.day, addDays(future, 2))),
			).toEqual([]);
			expect(await broken()).toEqual([]);
		} finally {
			await engine.stop();
		}
	}, 120_000);
});
