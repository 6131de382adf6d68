import { execFile } from "node:child_process";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { createDatabase } from "@/db/testing/database";
import type { EventData } from "@/server/events/catalog/_define";
import type { orderAssigned } from "@/server/events/catalog/ordering";
import { createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { listLedgerFindings } from "../queries/list-ledger-findings";
import { anEndedOrder, correct } from "../testing";

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

beforeAll(async () => {
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

	it.each<[string, () => string[], string[]]>([
		[
			"an amount changed",
			() => [
				`update billing.ledger_postings set amount = amount - 1 where transaction_id in ${ofOrder(() => completed, "charge")} and line = 1`,
			],
			["books-sum-to-zero", "charges-are-in-the-books", "transactions-balance"],
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
			["charges-are-in-the-books", "transactions-balance"],
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
			["reversals-mirror"],
		],
	])("find %s", async (_what, tampering, found) => {
		expect((await findingsAfter(...tampering())).sort()).toEqual(found);
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
