import { eq } from "drizzle-orm";
import { ledgerPostings, ledgerTransactions } from "@/db/schema/billing";
import { actorRef } from "@/server/kernel/actor";
import { businessDate } from "@/server/kernel/calendar";
import { fingerprint } from "@/server/kernel/idempotency";
import type { OrderId } from "@/server/kernel/ids";
import type { Money } from "@/server/kernel/money";
import type { TxCtx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { billingRefusals } from "../contracts";
import { type AccountRef, openAccount } from "./accounts";

export type Posting = { account: AccountRef; amount: Money };

export type NewTransaction = {
	/** Unique in the whole ledger: `<what>:<of what>`. */
	key: string;
	kind: typeof ledgerTransactions.$inferSelect.kind;
	/** Why, for whoever reads the books. */
	reason: string;
	orderId?: OrderId;
	/** At least two, none zero, adding up to zero. Hundredths; signs by the convention in accounts.ts. */
	postings: Posting[];
};

/** Lines of the books by account number, as the database wants them. */
type Lines = { accountId: bigint; amount: Money }[];

/**
 * Writes a transaction into the books, dated by business time, and returns its number (spec/3-money, "The ledger").
 * The same key with the same input returns the number of the transaction that is there; with another input it is refused
 * (`billing.ledger_key_reused`). The database refuses at the commit what does not add up to zero.
 */
export async function post(tx: TxCtx, transaction: NewTransaction): Promise<bigint> {
	const { postings, ...head } = transaction;
	const lines: Lines = [];
	for (const { account, amount } of postings) lines.push({ accountId: await openAccount(tx, account), amount });
	const print = fingerprint({ ...head, lines });
	const written = await write(tx, { ...head, fingerprint: print }, lines);
	if (written) return written;
	const earlier = await findByKey(tx, transaction.key);
	if (earlier?.fingerprint !== print) throw billingRefusals.because("ledger_key_reused");
	return earlier.id;
}

type Head = Omit<NewTransaction, "postings"> & { fingerprint: string; reverses?: bigint };

/** Null when a transaction of this key, or a reversal of the same one, is there already. */
export async function write(tx: TxCtx, head: Head, lines: Lines): Promise<bigint | null> {
	const { timeZone } = await policyInForce(tx, "money");
	const now = tx.clock.now();
	const [row] = await tx.db
		.insert(ledgerTransactions)
		.values({
			idempotencyKey: head.key,
			fingerprint: head.fingerprint,
			kind: head.kind,
			businessDate: businessDate(now, timeZone),
			at: now,
			reason: head.reason,
			cause: tx.cause ?? tx.requestId,
			actor: actorRef(tx.actor),
			orderId: head.orderId ?? null,
			postingCount: lines.length,
			reverses: head.reverses ?? null,
		})
		.onConflictDoNothing()
		.returning({ id: ledgerTransactions.id });
	if (!row) return null;
	const rows = lines.map((entry, index) => ({ transactionId: row.id, line: index + 1, ...entry }));
	await tx.db.insert(ledgerPostings).values(rows);
	return row.id;
}

export async function findByKey(tx: TxCtx, key: string) {
	const [row] = await tx.db.select().from(ledgerTransactions).where(eq(ledgerTransactions.idempotencyKey, key));
	return row;
}
