import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { paymentMethods } from "@/db/schema/billing-collections";
import { invoices } from "@/db/schema/billing-invoices";
import { type ClientId, newId, type PaymentMethodId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { once } from "@/server/platform/once";
import { cardKindOffered } from "../adapters/card-services";
import { billingRefusals, type chooseMethodInput } from "../contracts";
import { clientOf } from "../domain/ownership";
import { findMethod } from "../queries/find-method";

type Input = z.output<typeof chooseMethodInput>;
type NewMethod = Pick<typeof paymentMethods.$inferInsert, "kind" | "token" | "customer" | "label">;

/**
 * R-220. The signed-in client chooses how invoices are paid from now on. Open ones too: what is awaited, or planned to be tried
 * again, goes by the new choice when its time comes.
 */
export async function chooseMethod(ctx: Ctx, input: Input): Promise<{ methodId: PaymentMethodId }> {
	const clientId = clientOf(ctx.actor);
	const { idempotencyKey: key, method } = input;
	if (method.kind === "sandbox-card" && cardKindOffered() !== "sandbox-card")
		throw billingRefusals.because("no_card_service");
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "billing.choose-method", key, input }, () =>
			putInForce(
				tx,
				clientId,
				method.kind === "bank-transfer"
					? { kind: "bank-transfer", label: "" }
					: { kind: "sandbox-card", token: method.card, label: method.card },
			),
		),
	);
}

/** Choices of one client follow each other. */
export const lockChoice = (tx: TxCtx, clientId: ClientId) =>
	tx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`payment-method:${clientId}`}))`);

/** Replaces whatever was in force. */
export async function putInForce(
	tx: TxCtx,
	clientId: ClientId,
	method: NewMethod,
): Promise<{ methodId: PaymentMethodId }> {
	await lockChoice(tx, clientId);
	const now = tx.clock.now();
	const methodId = newId<PaymentMethodId>();
	const before = await findMethod(tx, clientId);
	await tx.db
		.update(paymentMethods)
		.set({ replacedAt: now })
		.where(and(eq(paymentMethods.clientId, clientId), isNull(paymentMethods.replacedAt)));
	await tx.db.insert(paymentMethods).values({ id: methodId, clientId, ...method, chosenAt: now });
	// The office looks for transfers where they are to be expected.
	const collectedBy = method.kind === "bank-transfer" ? "transfer" : "card";
	await tx.db
		.update(invoices)
		.set({ collectedBy })
		.where(and(eq(invoices.clientId, clientId), inArray(invoices.status, ["failed", "overdue"])));
	await audit(tx, {
		action: "billing.choose-method",
		subject: `client:${clientId}`,
		before: before && { kind: before.kind, label: before.label },
		after: { kind: method.kind, label: method.label },
	});
	await announce(tx, { context: "billing", subject: clientId, audiences: [`client:${clientId}`] });
	return { methodId };
}
