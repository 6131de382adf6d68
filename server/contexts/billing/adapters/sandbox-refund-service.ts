import { createHash } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { sandboxCharges } from "@/db/schema/billing-collections";
import { sandboxRefunds } from "@/db/schema/billing-refunds";
import { sandboxRefundAccepted } from "@/server/events/catalog/billing-collections";
import { publish } from "@/server/events/publish";
import { after, minutes } from "@/server/kernel/clock";
import { commonRefusals } from "@/server/kernel/errors";
import { type PaymentId, paymentId, type RefundId, refundId } from "@/server/kernel/ids";
import { fromWire, moneyWire, toWire } from "@/server/kernel/money";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { LATE_MINUTES, refundComesTo } from "../domain/sandbox-card";
import type { sandboxRefundStatement } from "./sandbox-card";

type Refund = typeof sandboxRefunds.$inferSelect;
type End = Pick<Refund, "state" | "reason">;
export type RefundStatement = z.input<typeof sandboxRefundStatement>;

export const sandboxRefundRequest = z.object({ refund: refundId, charge: paymentId, amount: moneyWire });

/** The card that a charge was made to, by which the sandbox behaves; null for a charge that it has never heard of. */
export async function cardOfCharge(ctx: Ctx, id: PaymentId): Promise<string | null> {
	const [charge] = await ctx.db.select().from(sandboxCharges).where(eq(sandboxCharges.id, id));
	return charge?.card ?? null;
}

/**
 * The sandbox gives back a charge or a part of it, never more than it took: the same key gives the same answer, another content
 * under it is refused. Null: the request was lost on its way.
 */
export async function acceptSandboxRefund(
	ctx: Ctx,
	request: z.output<typeof sandboxRefundRequest>,
): Promise<RefundStatement | null> {
	const { refund: id, charge } = request;
	const amount = fromWire(request.amount);
	return withTransaction(ctx, async (tx) => {
		const [taken] = await tx.db.select().from(sandboxCharges).where(eq(sandboxCharges.id, charge)).for("update");
		if (!taken) throw commonRefusals.because("not_found");
		const { card } = taken;
		const [earlier] = await tx.db.select().from(sandboxRefunds).where(eq(sandboxRefunds.id, id));
		if (earlier && (earlier.charge !== charge || earlier.amount !== amount)) {
			throw commonRefusals.because("idempotency_key_reused");
		}
		if (earlier && earlier.state !== "dropped") return statementOf(earlier);
		const isCovered = taken.state === "succeeded" && (await givenOf(tx, charge)) + amount <= taken.amount;
		const first = isCovered ? firstOf(card) : ({ state: "refused", reason: "charge_not_refundable" } as const);
		if (!earlier && card === "lost") {
			await tx.db.insert(sandboxRefunds).values({ id, charge, card, amount, state: "dropped", reason: null });
			return null;
		}
		const [kept] = await tx.db
			.insert(sandboxRefunds)
			.values({ id, charge, card, amount, ...first })
			.onConflictDoUpdate({ target: sandboxRefunds.id, set: first })
			.returning();
		if (!kept) throw commonRefusals.because("not_found");
		const speaks = speech[card];
		if (isCovered && speaks) {
			const answersAt = after(tx.clock.now(), speaks.late ? minutes(LATE_MINUTES) : 0).toISOString();
			await publish(tx, sandboxRefundAccepted, { refund: id, answersAt, times: speaks.times });
		}
		return statementOf(kept);
	});
}

/** Which cards say something by themselves later: when, and how often. */
const speech: Record<string, { late: boolean; times: number } | undefined> = {
	late: { late: true, times: 1 },
	returns: { late: true, times: 1 },
	twice: { late: false, times: 2 },
};

const firstOf = (card: string): End => {
	if (card === "late") return { state: "pending", reason: null };
	return card === "keeps" ? endOf(card) : { state: "succeeded", reason: null };
};

const endOf = (card: string): End => {
	const state = refundComesTo(card);
	return { state, reason: state === "refused" ? "lost_or_stolen_card" : null };
};

async function givenOf(tx: TxCtx, charge: PaymentId): Promise<bigint> {
	const [row] = await tx.db
		.select({ sum: sql<string>`coalesce(sum(${sandboxRefunds.amount}), 0)` })
		.from(sandboxRefunds)
		.where(and(eq(sandboxRefunds.charge, charge), inArray(sandboxRefunds.state, ["pending", "succeeded"])));
	return BigInt(row?.sum ?? 0);
}

/** What the sandbox knows of a refund; null when it has never heard of it. */
export async function findSandboxRefund(ctx: Ctx, id: RefundId): Promise<RefundStatement | null> {
	const [refund] = await ctx.db.select().from(sandboxRefunds).where(eq(sandboxRefunds.id, id));
	return refund ? statementOf(refund) : null;
}

/** What a refund comes to is decided now. */
export async function decideSandboxRefund(ctx: Ctx, id: RefundId): Promise<RefundStatement | null> {
	const [known] = await ctx.db.select().from(sandboxRefunds).where(eq(sandboxRefunds.id, id));
	if (!known) return null;
	const [decided] = await ctx.db
		.update(sandboxRefunds)
		.set(endOf(known.card))
		.where(eq(sandboxRefunds.id, id))
		.returning();
	return decided ? statementOf(decided) : null;
}

function statementOf({ id, state, amount, reason }: Refund): RefundStatement | null {
	if (state === "dropped") return null;
	const reference = `refund-${createHash("sha256").update(id).digest("hex").slice(0, 12)}`;
	return { refund: id, reference, status: state, amount: toWire(amount), reason };
}
