import { asc, eq } from "drizzle-orm";
import { ledgerPostings, ledgerTransactions } from "@/db/schema/billing";
import { fingerprint } from "@/server/kernel/idempotency";
import { negate } from "@/server/kernel/money";
import type { TxCtx } from "@/server/platform/context";
import { billingRefusals } from "../contracts";
import { findByKey, write } from "./post";

type Reversal = { key: string; transactionId: bigint; reason: string };

/**
 * Mends a transaction by one that takes back each of its postings, and returns the number of that one. A transaction can be
 * reversed once: the same key again returns the first answer, another key is refused (`billing.already_reversed`), a known
 * key with another input too (`billing.ledger_key_reused`), and so is reversing a reversal (`billing.reversal_is_final`).
 */
export async function reverse(tx: TxCtx, { key, transactionId, reason }: Reversal): Promise<bigint> {
	const [original] = await tx.db.select().from(ledgerTransactions).where(eq(ledgerTransactions.id, transactionId));
	if (!original) throw new Error(`there is no ledger transaction ${transactionId}`);
	if (original.reverses) throw billingRefusals.because("reversal_is_final");
	const postings = await tx.db
		.select({ accountId: ledgerPostings.accountId, amount: ledgerPostings.amount })
		.from(ledgerPostings)
		.where(eq(ledgerPostings.transactionId, transactionId))
		.orderBy(asc(ledgerPostings.line));
	const lines = postings.map(({ accountId, amount }) => ({ accountId, amount: negate(amount) }));
	const head = { key, kind: original.kind, reason, orderId: original.orderId ?? undefined, reverses: transactionId };
	const print = fingerprint({ ...head, lines });
	const written = await write(tx, { ...head, fingerprint: print }, lines);
	if (written) return written;
	const earlier = await findByKey(tx, key);
	if (!earlier) throw billingRefusals.because("already_reversed");
	if (earlier.fingerprint !== print) throw billingRefusals.because("ledger_key_reused");
	return earlier.id;
}
