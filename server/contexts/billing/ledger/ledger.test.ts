import { eq, sql, sum } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { charges, ledgerPostings, ledgerTransactions } from "@/db/schema/billing";
import { seals } from "@/db/schema/billing-seals";
import { type ClientId, newId, type WorkerId } from "@/server/kernel/ids";
import { money, negate } from "@/server/kernel/money";
import { at, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { closeDay } from "../commands/close-day";
import { sealDay } from "../commands/seal-day";
import { listLedgerFindings } from "../queries/list-ledger-findings";
import { anEndedOrder } from "../testing";
import type { AccountRef } from "./accounts";
import { balance, balanceOf } from "./balance";
import { type NewTransaction, post } from "./post";
import { reverse } from "./reverse";

const ctx = createCtx();

const aClient = (): AccountRef => ({ kind: "client", ownerId: newId<ClientId>() });
const aWorker = (): AccountRef => ({ kind: "worker", ownerId: newId<WorkerId>() });

const aCharge = (client: AccountRef, amount: number, key = `charge:${newId()}`): NewTransaction => ({
	key,
	kind: "charge",
	reason: "order 12 completed",
	postings: [
		{ account: client, amount: money(-amount) },
		{ account: { kind: "order-revenue" }, amount: money(amount) },
	],
});

const posting = (transaction: NewTransaction) => withTransaction(ctx, (tx) => post(tx, transaction));
const reversing = (transactionId: bigint, key = `reversal:${newId()}`) =>
	withTransaction(ctx, (tx) => reverse(tx, { key, transactionId, reason: "a mistake" }));

const linesOf = (transactionId: bigint) =>
	ctx.db.select().from(ledgerPostings).where(eq(ledgerPostings.transactionId, transactionId));

describe("a transaction", () => {
	it("moves money between accounts, positive in favour of the owner", async () => {
		const client = aClient();
		expect(await balance(ctx, client)).toBe(0n);
		await posting(aCharge(client, 95_00));
		await posting(aCharge(client, 1));
		expect(await balance(ctx, client)).toBe(-95_01n);
		expect(await balanceOf(ctx, client, ["opening-payment"])).toBe(0n);
	});

	it("bears the business date, the reason, who did it and what caused it", async () => {
		const lateEvening = at({ ...ctx, cause: "event-1" }, "2026-11-22T21:30:00Z");
		const id = await withTransaction(lateEvening, (tx) => post(tx, aCharge(aClient(), 1)));
		const [row] = await ctx.db.select().from(ledgerTransactions).where(eq(ledgerTransactions.id, id));
		expect(row).toMatchObject({
			businessDate: "2026-11-23",
			at: new Date("2026-11-22T21:30:00Z"),
			reason: "order 12 completed",
			cause: "event-1",
			actor: { kind: "system", id: "house" },
			reverses: null,
		});
	});

	it("posted under one key a hundred times at once has one effect and one answer", async () => {
		const client = aClient();
		const charge = aCharge(client, 95_00);
		const answers = await Promise.all(Array.from({ length: 100 }, () => posting(charge)));
		expect(new Set(answers).size).toBe(1);
		expect(await balance(ctx, client)).toBe(-95_00n);
	});

	it("is refused under a key that stands for something else", async () => {
		const client = aClient();
		const charge = aCharge(client, 95_00);
		await posting(charge);
		for (const other of [aCharge(client, 94_00, charge.key), aCharge(aClient(), 95_00, charge.key)]) {
			await expect(posting(other)).rejects.toMatchObject({ code: "billing.ledger_key_reused" });
		}
		expect(await balance(ctx, client)).toBe(-95_00n);
	});
});

describe("a reversal", () => {
	it("takes back every posting, and sums over a kind are net of it", async () => {
		const client = aClient();
		const id = await posting({ ...aCharge(client, 95_00), kind: "opening-payment" });
		const reversal = await reversing(id);
		expect(await balance(ctx, client)).toBe(0n);
		expect(await balanceOf(ctx, client, ["opening-payment"])).toBe(0n);
		expect((await linesOf(reversal)).map(({ amount }) => amount)).toEqual([95_00n, -95_00n]);
	});

	it("is made once: the same key gets the same answer, another key is refused", async () => {
		const id = await posting(aCharge(aClient(), 95_00));
		const reversal = await reversing(id, `reversal:${id}`);
		expect(await reversing(id, `reversal:${id}`)).toBe(reversal);
		await expect(reversing(id)).rejects.toMatchObject({ code: "billing.already_reversed" });
		await expect(reversing(reversal)).rejects.toMatchObject({ code: "billing.reversal_is_final" });
		await expect(reversing(9_999_999n)).rejects.toThrow("no ledger transaction");
	});

	it("under the key of another reversal is refused", async () => {
		const key = `reversal:${newId()}`;
		await reversing(await posting(aCharge(aClient(), 1)), key);
		const other = await posting(aCharge(aClient(), 2));
		await expect(reversing(other, key)).rejects.toMatchObject({ code: "billing.ledger_key_reused" });
	});
});

describe("the database", () => {
	it.each([
		"update billing.ledger_postings set amount = amount + 1",
		"delete from billing.ledger_postings",
		"truncate billing.ledger_postings",
		"update billing.ledger_transactions set reason = 'another'",
		"delete from billing.ledger_transactions",
		"truncate billing.ledger_transactions cascade",
		"update billing.ledger_accounts set owner_id = gen_random_uuid()",
		"delete from billing.charges",
		"update billing.charges set amount = 0",
		"update billing.worker_entries set amount = 0",
		"update billing.endings set outcome = 'completed'",
		"update billing.terms set price = 0",
	])("refuses to %s", async (statement) => {
		await expect(ctx.db.execute(sql.raw(statement))).rejects.toMatchObject({
			cause: { message: expect.stringContaining("append-only") },
		});
	});

	const unbalanced: [string, number[]][] = [
		["does not sum to zero", [-95_00, 94_99]],
		["has one posting", [-95_00]],
		["has none", []],
	];
	it.each(unbalanced)("refuses a transaction that %s", async (_what, amounts) => {
		const client = aClient();
		const postings = amounts.map((amount) => ({ account: client, amount: money(amount) }));
		await expect(posting({ ...aCharge(client, 0), postings })).rejects.toThrow();
		expect(await balance(ctx, client)).toBe(0n);
	});

	it("refuses a posting of nothing", async () => {
		await expect(posting(aCharge(aClient(), 0))).rejects.toMatchObject({
			cause: { constraint_name: "ledger_postings_amount" },
		});
	});

	it("refuses postings that are slipped into a transaction of the past, though they sum to zero", async () => {
		const client = aClient();
		const id = await posting(aCharge(client, 95_00));
		const [line] = await linesOf(id);
		const slipped = [5, -5].map((amount, index) => ({
			transactionId: id,
			line: 3 + index,
			accountId: line?.accountId ?? 0n,
			amount: money(amount),
		}));
		const slipIn = withTransaction(ctx, (tx) => tx.db.insert(ledgerPostings).values(slipped));
		await expect(slipIn).rejects.toMatchObject({ constraint_name: "ledger_transactions_balanced" });
		expect(await linesOf(id)).toHaveLength(2);
	});

	it("refuses a reversal that takes back something else", async () => {
		const client = aClient();
		const id = await posting(aCharge(client, 95_00));
		const forged = withTransaction(ctx, async (tx) => {
			const other = await post(tx, { ...aCharge(client, 95_00), kind: "penalty" });
			await tx.db.execute(sql`
				with forged as (
					insert into billing.ledger_transactions
						(idempotency_key, fingerprint, kind, business_date, at, reason, cause, actor, posting_count, reverses)
					select 'forged', '', kind, business_date, at, '', '', actor, 2, ${id} from billing.ledger_transactions
					where id = ${other} returning id
				)
				insert into billing.ledger_postings select forged.id, line, account_id, amount
				from billing.ledger_postings, forged where transaction_id = ${other}`);
		});
		await expect(forged).rejects.toMatchObject({ constraint_name: "ledger_transactions_reversal" });
	});

	it("refuses a second charge for one ending of an order", async () => {
		const order = await anEndedOrder(ctx, "completed");
		const [charge] = await ctx.db.select().from(charges).where(eq(charges.orderId, order.orderId));
		if (!charge) throw new Error("a completed order is charged");
		for (const amount of [charge.amount, money(1)]) {
			await expect(ctx.db.insert(charges).values({ ...charge, amount })).rejects.toMatchObject({
				cause: { constraint_name: expect.stringContaining("charges_") },
			});
		}
	});

	it("refuses an account of a person that belongs to nobody, and one of the company that belongs to somebody", async () => {
		const insert = (kind: string, owner: string | null) =>
			ctx.db.execute(sql`insert into billing.ledger_accounts (kind, owner_id) values (${kind}, ${owner})`);
		const refused = { cause: { constraint_name: "ledger_accounts_owner" } };
		await expect(insert("client", null)).rejects.toMatchObject(refused);
		await expect(insert("order-revenue", newId())).rejects.toMatchObject(refused);
	});
});

/** All of it in the long run; an eighth of it otherwise. */
const TRANSACTIONS = process.env.LONG_TESTS ? 5000 : 600;
const WRITERS = 20;

describe("under load", () => {
	it(`${WRITERS} writers post ${TRANSACTIONS} transactions over 80 accounts, each reversed twice at once: as many reversals succeed, all sums are zero, the seals hold`, async () => {
		const accounts = Array.from({ length: 80 }, (_, index) => (index % 2 ? aClient() : aWorker()));
		const pick = (seed: number) => accounts[seed % accounts.length] ?? aClient();
		const writer = async (number: number) => {
			const outcomes: string[] = [];
			for (let turn = 0; turn < TRANSACTIONS / WRITERS; turn++) {
				const seed = number * 31 + turn * 7;
				const amount = money(1 + ((seed * 7_919) % 10_000));
				const id = await posting({
					...{ key: `load:${number}:${turn}`, kind: "charge", reason: "load" },
					postings: [
						{ account: pick(seed), amount },
						{ account: pick(seed + 1 + (turn % 70)), amount: negate(amount) },
					],
				});
				const tried = await Promise.allSettled([reversing(id), reversing(id)]);
				outcomes.push(...tried.map(({ status }) => status));
			}
			return outcomes;
		};
		const outcomes = (await Promise.all(Array.from({ length: WRITERS }, (_, number) => writer(number)))).flat();
		expect(outcomes.filter((status) => status === "fulfilled")).toHaveLength(TRANSACTIONS);
		expect(outcomes.filter((status) => status === "rejected")).toHaveLength(TRANSACTIONS);
		const balances = await Promise.all(accounts.map((account) => balance(ctx, account)));
		expect(balances.every((sum) => sum === 0n)).toBe(true);

		const later = at(ctx, new Date(ctx.clock.now().getTime() + 2 * 86_400_000));
		for (let due = await closeDay(later); due; due = await closeDay(later)) await sealDay(later, due);
		const sealed = await ctx.db.select({ count: sum(seals.transactionCount) }).from(seals);
		expect(Number(sealed[0]?.count)).toBeGreaterThanOrEqual(2 * TRANSACTIONS);
		const books = ["books-sum-to-zero", "transactions-balance", "reversals-mirror", ...SEALS];
		const findings = (await listLedgerFindings(ctx)).filter(({ name }) => books.includes(name));
		expect(findings.map(({ name, breaches }) => [name, breaches])).toEqual(books.map((name) => [name, 0]));
	}, 300_000);
});

const SEALS = ["seals-form-a-chain", "seals-hold-their-days", "sealed-days-are-unchanged"];
