import { execFile } from "node:child_process";
import { eq, sql } from "drizzle-orm";
import postgres from "postgres";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { invoices } from "@/db/schema/billing-invoices";
import { transfers } from "@/db/schema/billing-transfers";
import { createDatabase } from "@/db/testing/database";
import { aPerson } from "@/server/contexts/identity/testing";
import type { EventData } from "@/server/events/catalog/_define";
import type { orderAssigned } from "@/server/events/catalog/ordering";
import { type ClientId, newId, type RefundId } from "@/server/kernel/ids";
import { money } from "@/server/kernel/money";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { confirmRefund } from "../commands/confirm-refund";
import { confirmTransfer } from "../commands/confirm-transfer";
import { issueInvoices } from "../commands/issue-invoices";
import { openWeek } from "../commands/open-week";
import { payOut } from "../commands/pay-out";
import { settleTransfer } from "../commands/settle-transfer";
import { listLedgerFindings } from "../queries/list-ledger-findings";
import { aBonus, anEndedOrder, anIssuedPayout, aRefundByBank, correct } from "../testing";
import { invariants } from "./invariants";

vi.hoisted(() => {
	process.env.GOLD_HAT_URL = "http://127.0.0.1:1/nobody-there";
	process.env.GOLD_HAT_SECRET = "a third secret, known to everybody";
});

const ctx = createCtx();

/** Runs statements as somebody who has switched the guards off, and gives what is found; leaves nothing behind. */
async function findingsAfter(...tampering: string[]): Promise<string[]> {
	const enough = new Error("enough seen");
	let broken: string[] = [];
	await withTransaction(ctx, async (tx) => {
		await tx.db.execute(sql`set local session_replication_role = replica`);
		for (const statement of tampering) await tx.db.execute(sql.raw(statement));
		broken = (await listLedgerFindings(tx)).filter(({ breaches }) => breaches > 0).map(({ name }) => name);
		throw enough;
	}).catch((error) => expect(error).toBe(enough));
	return broken;
}

let completed: EventData<typeof orderAssigned>;
let failed: EventData<typeof orderAssigned>;
let cancelled: EventData<typeof orderAssigned>;
let corrected: EventData<typeof orderAssigned>;

let invoiced: EventData<typeof orderAssigned>;
let refundId: RefundId;
let payout: Awaited<ReturnType<typeof anIssuedPayout>>;
const isInvoiced = () => `client_id = '${invoiced.clientId}'`;

/** A week that is closed, with an invoice that is paid. */
async function aPaidInvoice() {
	const [within, closing] = [at(ctx, "2027-01-09T12:00:00Z"), at(ctx, "2027-01-10T19:00:00Z")];
	invoiced = await anEndedOrder(within, "completed");
	for (let due = await openWeek(closing); due; due = await openWeek(closing)) {
		while (!(await issueInvoices(closing, due)).isClosed);
	}
	const [invoice] = await ctx.db.select().from(invoices).where(eq(invoices.clientId, invoiced.clientId));
	if (!invoice) throw new Error("there is an invoice");
	const { id: invoiceId, total: amount } = invoice;
	const manager = actingAs(closing, aPerson("manager"));
	await confirmTransfer(manager, { idempotencyKey: newId(), invoiceId, amount, reference: "Statement 7, line 3" });
}

/** A payout that Gold Hat has paid. Nothing is sent: it is enough that there is a Gold Hat. */
async function aPaidPayout() {
	payout = await anIssuedPayout(ctx, "GH-BARSIK-1");
	await payOut(ctx, payout);
	const [open] = await ctx.db.select().from(transfers).where(eq(transfers.payoutId, payout.payoutId));
	if (!open) throw new Error("a transfer was opened");
	await settleTransfer(ctx, open.id, { status: "completed" });
}

beforeAll(async () => {
	await aPaidInvoice();
	const payer = { ...aPerson("client"), clientId: newId<ClientId>() };
	refundId = await aRefundByBank(ctx, payer, aPerson("manager"));
	const confirmed = {
		idempotencyKey: newId<string>(),
		refundId,
		amount: money(1_00),
		reference: "Statement 8, line 1",
	};
	await confirmRefund(actingAs(ctx, aPerson("manager")), confirmed);
	await aPaidPayout();
	await aBonus(actingAs(ctx, aPerson("manager")), payout.workerId, 15_50);
	completed = await anEndedOrder(ctx, "completed");
	failed = await anEndedOrder(ctx, "failed");
	cancelled = await anEndedOrder(ctx, "cancelled");
	corrected = await anEndedOrder(ctx, "failed");
	await correct(ctx, corrected, 2, "failed", "completed");
});

describe("the invariants of the books", () => {
	it("hold", async () => {
		expect(await findingsAfter()).toEqual([]);
	});

	const ofOrder = (order: () => EventData<typeof orderAssigned>, kind: string) =>
		`(select id from billing.ledger_transactions where order_id = '${order().orderId}' and kind = '${kind}' and reverses is null)`;

	/** What somebody does to the books, and each invariant that finds it. */
	const cases: [string, () => string[], string[]][] = [
		[
			"an amount changed",
			() => [
				`update billing.ledger_postings set amount = amount - 1 where transaction_id in ${ofOrder(() => completed, "charge")} and line = 1`,
			],
			["books-sum-to-zero", "charges-are-in-the-books", "clients-balances-are-explained", "transactions-balance"],
		],
		[
			"a transaction changed so that it still sums to zero",
			() => [
				`update billing.ledger_postings set amount = amount * 2 where transaction_id in ${ofOrder(() => failed, "penalty")}`,
			],
			["entries-are-in-the-books", "worker-postings-are-settled-once", "workers-balances-are-explained"],
		],
		[
			"a posting moved to another's account",
			() => [
				`update billing.ledger_postings set account_id = (select id from billing.ledger_accounts where owner_id = '${completed.workerId}') where transaction_id in ${ofOrder(() => failed, "penalty")} and line = 1`,
			],
			["entries-are-in-the-books", "worker-postings-are-settled-once", "workers-balances-are-explained"],
		],
		[
			"postings slipped into a transaction",
			() => [
				`insert into billing.ledger_postings select transaction_id, line + 2, account_id, -amount from billing.ledger_postings where transaction_id in ${ofOrder(() => completed, "charge")}`,
			],
			["charges-are-in-the-books", "clients-balances-are-explained", "transactions-balance"],
		],
		[
			"a transaction erased",
			() => [
				`delete from billing.ledger_postings where transaction_id in ${ofOrder(() => completed, "earning")}`,
				`delete from billing.ledger_transactions where id in ${ofOrder(() => completed, "earning")}`,
			],
			["entries-are-in-the-books", "worker-postings-are-settled-once", "workers-balances-are-explained"],
		],
		[
			"a charge erased",
			() => [`delete from billing.charges where order_id = '${cancelled.orderId}'`],
			["books-have-their-endings", "one-charge-per-payable-ending"],
		],
		[
			"an earning erased",
			() => [`delete from billing.worker_entries where order_id = '${completed.orderId}'`],
			["books-have-their-endings", "one-earning-per-completed"],
		],
		[
			"a failed order without its penalty",
			() => [`delete from billing.worker_entries where order_id = '${failed.orderId}'`],
			["books-have-their-endings", "one-penalty-per-failed"],
		],
		[
			"an earning for a cancelled order",
			() => [`update billing.endings set outcome = 'cancelled' where order_id = '${completed.orderId}'`],
			["nothing-for-cancelled"],
		],
		[
			"a reversal erased",
			() => [
				`delete from billing.ledger_postings using billing.ledger_transactions t where transaction_id = t.id and t.order_id = '${corrected.orderId}' and t.reverses is not null and t.kind = 'penalty'`,
				`delete from billing.ledger_transactions where order_id = '${corrected.orderId}' and reverses is not null and kind = 'penalty'`,
			],
			["corrected-is-reversed", "worker-postings-are-settled-once", "workers-balances-are-explained"],
		],
		[
			"a reversal bent",
			() => [
				`update billing.ledger_postings set amount = amount * 2 from billing.ledger_transactions t where transaction_id = t.id and t.order_id = '${corrected.orderId}' and t.reverses is not null and t.kind = 'charge'`,
			],
			["clients-balances-are-explained", "reversals-mirror"],
		],
		[
			"a charge taken off the next invoice",
			() => [`delete from billing.unbilled_items where order_id = '${completed.orderId}'`],
			["charges-are-billed-once", "clients-balances-are-explained"],
		],
		[
			"a line taken off an invoice",
			() => [`delete from billing.invoice_lines where order_id = '${invoiced.orderId}'`],
			["charges-are-billed-once", "invoices-equal-their-lines"],
		],
		[
			"an invoice number left out",
			() => ["update billing.invoice_numbers set last = last + 1"],
			["invoice-numbers-have-no-gaps"],
		],
		[
			"a paid invoice made unpaid",
			() => [`update billing.invoices set status = 'issued' where ${isInvoiced()}`],
			["clients-balances-are-explained", "invoices-stand-as-paid"],
		],
		[
			"a payment laid to another client",
			() => [`update billing.payments set client_id = gen_random_uuid() where ${isInvoiced()}`],
			["invoices-stand-as-paid", "payments-are-in-the-books"],
		],
		["a payment that nobody has stated", () => ["delete from billing.provider_statements"], ["collected-as-stated"]],
		[
			"a waiver without its credit note",
			() => [
				`update billing.ledger_transactions set kind = 'waiver' where id in ${ofOrder(() => completed, "charge")}`,
			],
			["credits-are-given-once"],
		],
		["a refund that nobody has stated", () => ["delete from billing.refund_statements"], ["refunded-as-stated"]],
		[
			"a refund of more than was paid",
			() => [`update billing.refunds set amount = 100000 where id = '${refundId}'`],
			["refunds-are-in-the-books", "refunds-stay-within-payments"],
		],
		[
			"a refund made to wait again",
			() => [
				`update billing.refunds set state = 'pending', settled_at = null, transaction_id = null where id = '${refundId}'`,
			],
			["clients-balances-are-explained", "refunded-as-stated", "refunds-are-in-the-books"],
		],
		[
			"a dispute that was lost and left out of the books",
			() => [
				`insert into billing.disputes (id, payment_id, stated_minor, stated_currency, reason, status, outcome, heard_at, changed_at)
					select 'dp_1', id, amount, 'CTU', 'fraudulent', 'lost', 'lost', now(), now() from billing.payments where ${isInvoiced()}`,
			],
			["lost-disputes-are-in-the-books"],
		],
		["a bonus erased", () => ["delete from billing.bonuses"], ["bonuses-are-in-the-books"]],
		[
			"a bonus of another amount",
			() => ["update billing.bonuses set amount = amount + 1"],
			["bonuses-are-in-the-books"],
		],
		[
			"a line taken off a payout",
			() => [`delete from billing.payout_lines where payout_id = '${payout.payoutId}'`],
			["payouts-equal-their-lines", "worker-postings-are-settled-once"],
		],
		[
			"a debt made up",
			() => [`update billing.payouts set carried_in = -100, amount = amount - 100 where id = '${payout.payoutId}'`],
			["paid-payouts-are-in-the-books", "payouts-are-transferred-once", "payouts-carry-debts"],
		],
		[
			"a payout number left out",
			() => ["update billing.payout_numbers set last = last + 1"],
			["payout-numbers-have-no-gaps"],
		],
		[
			"a paid payout made unpaid",
			() => [`update billing.payouts set status = 'issued' where id = '${payout.payoutId}'`],
			["paid-payouts-are-in-the-books", "payouts-are-transferred-once", "workers-balances-are-explained"],
		],
		[
			"a transfer opened again",
			() => ["update billing.transfers set status = 'accepted', decided_at = null"],
			["payouts-are-transferred-once"],
		],
		[
			"a word of Gold Hat's erased",
			() => ["delete from billing.transfer_events where what = 'completed'"],
			["gold-hat-agrees"],
		],
		[
			"a day sealed anyhow",
			() => [
				"insert into billing.closed_days (day, closed_at) values ('2030-01-01', now()), ('2030-01-02', now())",
				"insert into billing.seals (day, previous, hash, transaction_count, sealed_at) values ('2030-01-02', sha256('before'), sha256('none'), 0, now())",
			],
			["sealed-days-are-unchanged", "seals-form-a-chain", "seals-hold-their-days"],
		],
	];

	it.each(cases)("find %s", async (_what, tampering, found) => {
		expect((await findingsAfter(...tampering())).sort()).toEqual(found);
	});

	it("are each shown to find something", () => {
		const shown = new Set(cases.flatMap(([_what, _tampering, found]) => found));
		expect([...shown].sort()).toEqual(invariants.map(({ name }) => name).sort());
	});
});

describe("npm run ledger:verify", () => {
	const verify = (url: string) =>
		new Promise<{ code: number; output: string }>((resolve) => {
			const env = { ...process.env, DATABASE_URL: url, TSX_TSCONFIG_PATH: "scripts/tsconfig.json" };
			const child = execFile(
				process.execPath,
				["--import", "tsx", "scripts/ledger-verify.ts"],
				{ env },
				(_error, out, err) => resolve({ code: child.exitCode ?? -1, output: out + err }),
			);
		});

	it("ends well where the books hold, and tells what is broken where somebody forced the guards", async () => {
		const own = await createDatabase();
		try {
			expect(await verify(own.url)).toMatchObject({ code: 0, output: expect.stringContaining("The books hold.") });
			const raw = postgres(own.url, { max: 1 });
			await raw.unsafe(`insert into billing.endings (order_id, ending, order_number, client_id, worker_id, assignment, outcome, reason, words, ended_at, posted_at)
				values (gen_random_uuid(), 1, 77, gen_random_uuid(), gen_random_uuid(), 1, 'completed', 'done', '', now(), now())`);
			await raw.end();
			const { code, output } = await verify(own.url);
			expect(code).toBe(1);
			expect(output).toMatch(/BROKEN Every payable ending in force has exactly one charge\n\s+order 77 /);
			expect(output).toMatch(/BROKEN Every ending that execution decided is posted, and no other\n/);
			expect(output).toMatch(/holds {2}The sum of all postings is zero/);
		} finally {
			await own.drop();
		}
	}, 60_000);
});
