import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { ledgerTransactions, terms } from "@/db/schema/billing";
import { sealedTransactions, seals } from "@/db/schema/billing-seals";
import { commonRefusals } from "@/server/kernel/errors";
import type { Ctx } from "@/server/platform/context";
import type { transactionInput } from "../contracts";
import { demandManager } from "../domain/ownership";
import { postingsOf } from "./list-ledger";

const hexOf = (column: typeof seals.hash) => sql<string | null>`encode(${column}, 'hex')`;

/** One transaction of the books: why, by whom, because of what, what it reverses and what reverses it, and its seal. */
export async function getLedgerTransaction(ctx: Ctx, { transactionId }: z.output<typeof transactionInput>) {
	demandManager(ctx.actor);
	const [row] = await ctx.db
		.select({ transaction: ledgerTransactions, sealed: seals.day, seal: hexOf(seals.hash) })
		.from(ledgerTransactions)
		.leftJoin(sealedTransactions, eq(sealedTransactions.transactionId, ledgerTransactions.id))
		.leftJoin(seals, eq(seals.day, sealedTransactions.day))
		.where(eq(ledgerTransactions.id, transactionId));
	if (!row) throw commonRefusals.because("not_found");
	const { id, reverses, fingerprint: _fingerprint, ...transaction } = row.transaction;
	const [reversal] = await ctx.db
		.select({ id: ledgerTransactions.id })
		.from(ledgerTransactions)
		.where(eq(ledgerTransactions.reverses, id));
	return {
		...transaction,
		transactionId: id.toString(),
		reverses: reverses?.toString() ?? null,
		reversedBy: reversal?.id.toString() ?? null,
		order: transaction.orderId && (await orderOf(ctx, transaction.orderId)),
		seal: row.sealed && row.seal ? { day: row.sealed, hash: row.seal } : null,
		postings: (await postingsOf(ctx, [id])).map(({ transactionId: _transactionId, ...line }) => line),
	};
}

/** Its number, and the version of the money policies by which it was priced. */
async function orderOf(ctx: Ctx, orderId: typeof terms.$inferSelect.orderId) {
	const [agreed] = await ctx.db
		.select({ orderId: terms.orderId, orderNumber: terms.orderNumber, moneyPolicyVersion: terms.moneyPolicyVersion })
		.from(terms)
		.where(eq(terms.orderId, orderId))
		.orderBy(sql`${terms.assignment} desc`)
		.limit(1);
	return agreed ?? null;
}
