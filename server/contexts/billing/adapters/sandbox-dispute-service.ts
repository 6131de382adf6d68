import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { sandboxCharges } from "@/db/schema/billing-collections";
import { sandboxDisputes } from "@/db/schema/billing-refunds";
import { paymentId } from "@/server/kernel/ids";
import { fromWire, moneyWire, toWire } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import type { sandboxDisputeStatement } from "./sandbox-card";

type Dispute = typeof sandboxDisputes.$inferSelect;
export type DisputeStatement = z.input<typeof sandboxDisputeStatement>;

export const sandboxDisputeOrder = z.object({
	charge: paymentId,
	outcome: z.enum(["open", "won", "lost"]),
	/** What is demanded back; without it all of the charge. */
	amount: moneyWire.optional(),
});

/**
 * The card's bank demands a charge back, once, or decides about it, once. Null: nothing was charged, no more than that can be demanded,
 * or it is decided otherwise.
 */
export async function changeSandboxDispute(
	ctx: Ctx,
	{ charge, outcome, amount: part }: z.output<typeof sandboxDisputeOrder>,
): Promise<DisputeStatement | null> {
	return withTransaction(ctx, async (tx) => {
		const [taken] = await tx.db.select().from(sandboxCharges).where(eq(sandboxCharges.id, charge)).for("update");
		if (taken?.state !== "succeeded") return null;
		const amount = part ? fromWire(part) : taken.amount;
		if (amount <= 0n || amount > taken.amount) return null;
		const [known] = await tx.db.select().from(sandboxDisputes).where(eq(sandboxDisputes.charge, charge));
		if (known && known.outcome !== "open") return known.outcome === outcome ? statementOf(known) : null;
		const id = `dispute-${createHash("sha256").update(charge).digest("hex").slice(0, 12)}`;
		const [kept] = await tx.db
			.insert(sandboxDisputes)
			.values({ id, charge, amount, outcome })
			.onConflictDoUpdate({ target: sandboxDisputes.id, set: { outcome } })
			.returning();
		return kept ? statementOf(kept) : null;
	});
}

/** What the sandbox knows of a dispute; null when it has never heard of it. */
export async function findSandboxDispute(ctx: Ctx, id: string): Promise<DisputeStatement | null> {
	const [dispute] = await ctx.db.select().from(sandboxDisputes).where(eq(sandboxDisputes.id, id));
	return dispute ? statementOf(dispute) : null;
}

const statementOf = ({ id, charge, amount, outcome }: Dispute): DisputeStatement => ({
	...{ dispute: id, charge, outcome },
	amount: toWire(amount),
});
