import { and, eq, isNull } from "drizzle-orm";
import { ledgerAccounts } from "@/db/schema/billing";
import type { ClientId, WorkerId } from "@/server/kernel/ids";
import type { Ctx, TxCtx } from "@/server/platform/context";

type Kind = typeof ledgerAccounts.$inferSelect.kind;

/**
 * An account of the ledger.
 *
 * The sign convention of the books, said here and nowhere else: **a positive amount is in favour of the account's owner, a
 * negative one to the owner's debit.** A client at −95.00 owes 95.00; a worker at +60.00 is owed 60.00; what the company's own
 * accounts (`order-revenue`, `worker-cost`, `penalty-income`) add up to is what the company keeps. Money that somebody holds
 * for the company (a bank, a payment service) stands on that holder's account as a negative amount, for the holder owes it.
 */
export type AccountRef =
	| { kind: "client"; ownerId: ClientId }
	| { kind: "worker"; ownerId: WorkerId }
	| { kind: Exclude<Kind, "client" | "worker">; ownerId?: never };

/** The accounts whose sum is what the company keeps. */
export const COMPANY_ACCOUNTS = ["order-revenue", "waived", "worker-cost", "penalty-income"] as const satisfies Kind[];

const here = ({ kind, ownerId }: AccountRef) =>
	and(eq(ledgerAccounts.kind, kind), ownerId ? eq(ledgerAccounts.ownerId, ownerId) : isNull(ledgerAccounts.ownerId));

/** The account's number in the ledger, or null when nothing was ever posted to it and it was not opened. */
export async function findAccount(ctx: Ctx, account: AccountRef): Promise<bigint | null> {
	const [row] = await ctx.db.select({ id: ledgerAccounts.id }).from(ledgerAccounts).where(here(account));
	return row?.id ?? null;
}

/** The account's number in the ledger; opens the account when it is the first to ask. Safe when several ask at once. */
export async function openAccount(tx: TxCtx, account: AccountRef): Promise<bigint> {
	const known = await findAccount(tx, account);
	if (known) return known;
	const [opened] = await tx.db
		.insert(ledgerAccounts)
		.values({ kind: account.kind, ownerId: account.ownerId ?? null })
		.onConflictDoNothing()
		.returning({ id: ledgerAccounts.id });
	const id = opened?.id ?? (await findAccount(tx, account));
	if (!id) throw new Error(`ledger account ${account.kind} could not be opened`);
	return id;
}
