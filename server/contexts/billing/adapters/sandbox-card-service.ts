import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { sandboxCharges } from "@/db/schema/billing-collections";
import { sandboxChargeAccepted } from "@/server/events/catalog/billing-collections";
import { publish } from "@/server/events/publish";
import { after, minutes, systemNow } from "@/server/kernel/clock";
import { commonRefusals } from "@/server/kernel/errors";
import { type PaymentId, paymentId } from "@/server/kernel/ids";
import { fromWire, moneyWire, toWire } from "@/server/kernel/money";
import { line } from "@/server/kernel/text";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { env } from "@/server/platform/env";
import { signMessage } from "@/server/platform/signed-messages";
import { comesTo, LATE_MINUTES, SANDBOX_CARDS } from "../domain/sandbox-card";
import type { SandboxSettings, sandboxStatement } from "./sandbox-card";
import type { DisputeStatement } from "./sandbox-dispute-service";
import type { RefundStatement } from "./sandbox-refund-service";

type Charge = typeof sandboxCharges.$inferSelect;
type End = Pick<Charge, "state" | "reason">;
type Statement = z.input<typeof sandboxStatement>;

export const sandboxChargeRequest = z.object({
	charge: paymentId,
	card: z.enum(SANDBOX_CARDS),
	amount: moneyWire,
	invoice: line(40),
});

/**
 * The sandbox takes a charge: the same key gives the same answer, another content under it is refused. Null: the charge was lost
 * on its way.
 */
export async function acceptSandboxCharge(
	ctx: Ctx,
	request: z.output<typeof sandboxChargeRequest>,
): Promise<Statement | null> {
	const { charge: id, card } = request;
	const amount = fromWire(request.amount);
	return withTransaction(ctx, async (tx) => {
		const isLate = card === "late" || card === "bounces";
		const taken: End = isLate ? { state: "pending", reason: null } : endOf(card);
		const first: End = card === "lost" ? { state: "dropped", reason: null } : taken;
		const [fresh] = await tx.db
			.insert(sandboxCharges)
			.values({ id, card, amount, ...first })
			.onConflictDoNothing()
			.returning();
		if (fresh?.state === "dropped") return null;
		const known = fresh ?? (await chargeOf(tx, id));
		if (known.card !== card || known.amount !== amount) throw commonRefusals.because("idempotency_key_reused");
		const charge = known.state === "dropped" ? await changed(tx, id, taken) : known;
		if (fresh && (isLate || card === "twice")) {
			const answersAt = after(tx.clock.now(), isLate ? minutes(LATE_MINUTES) : 0).toISOString();
			await publish(tx, sandboxChargeAccepted, { charge: id, answersAt, times: isLate ? 1 : 2 });
		}
		return statementOf(charge);
	});
}

/** What the sandbox knows of a charge; null when it has never heard of it. */
export async function findSandboxCharge(ctx: Ctx, id: PaymentId): Promise<Statement | null> {
	const [charge] = await ctx.db.select().from(sandboxCharges).where(eq(sandboxCharges.id, id));
	return charge && charge.state !== "dropped" ? statementOf(charge) : null;
}

/** A late card's charge is decided now. */
export async function decideSandboxCharge(ctx: Ctx, id: PaymentId): Promise<Statement | null> {
	return withTransaction(ctx, async (tx) => {
		const charge = await chargeOf(tx, id);
		if (charge.state !== "pending") return statementOf(charge);
		return statementOf(await changed(tx, id, endOf(charge.card)));
	});
}

/** The sandbox tells our webhook, as a service would. Throws when the message was not taken. */
export async function deliverSandboxStatement(
	{ secret }: SandboxSettings,
	statement: Statement | RefundStatement | DisputeStatement,
): Promise<void> {
	const body = JSON.stringify(statement);
	const response = await fetch(new URL("/api/webhooks/sandbox-card", env().APP_URL), {
		method: "POST",
		headers: { "content-type": "application/json", ...signMessage(body, secret, systemNow()) },
		body,
		signal: AbortSignal.timeout(10_000),
	});
	await response.body?.cancel();
	if (!response.ok) throw new Error(`the webhook answered ${response.status}`);
}

async function chargeOf(tx: TxCtx, id: PaymentId): Promise<Charge> {
	const [charge] = await tx.db.select().from(sandboxCharges).where(eq(sandboxCharges.id, id)).for("update");
	if (!charge) throw commonRefusals.because("not_found");
	return charge;
}

async function changed(tx: TxCtx, id: PaymentId, to: End): Promise<Charge> {
	const [charge] = await tx.db.update(sandboxCharges).set(to).where(eq(sandboxCharges.id, id)).returning();
	if (!charge) throw commonRefusals.because("not_found");
	return charge;
}

const endOf = (card: string): End =>
	comesTo(card) === "refused"
		? { state: "refused", reason: "insufficient_funds" }
		: { state: "succeeded", reason: null };

function statementOf({ id, state, amount, reason }: Charge): Statement | null {
	if (state === "dropped") return null;
	const reference = `charge-${createHash("sha256").update(id).digest("hex").slice(0, 12)}`;
	return { charge: id, reference, status: state, amount: toWire(amount), reason };
}
