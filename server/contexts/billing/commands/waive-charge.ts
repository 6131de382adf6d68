import { and, eq, gte, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { ledgerAccounts } from "@/db/schema/billing";
import { creditNotes } from "@/db/schema/billing-credits";
import { actorRef } from "@/server/kernel/actor";
import { monthOf } from "@/server/kernel/calendar";
import type { ApprovalId, ClientId, CreditNoteId } from "@/server/kernel/ids";
import { type Money, money } from "@/server/kernel/money";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { once } from "@/server/platform/once";
import { policyInForce } from "@/server/platform/policies";
import { billingRefusals, type waiveChargeInput } from "../contracts";
import { needsSecondManager } from "../domain/bonus.policies";
import { demandManager } from "../domain/ownership";
import { askApproval } from "./ask-approval";
import { demandAnothersInvoice } from "./begin-payment";
import { creditCharge, lockCharge } from "./credit-charge";

type Input = z.output<typeof waiveChargeInput>;
type Waived = { outcome: "waived"; creditNoteId: CreditNoteId } | { outcome: "waiting"; approvalId: ApprovalId };

/** A manager waives an order's charge or a part of it, with the reason. Above the policy's limit it waits for another manager. */
export async function waiveCharge(ctx: Ctx, input: Input): Promise<Waived> {
	demandManager(ctx.actor);
	const { idempotencyKey: key } = input;
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "billing.waive-charge", key, input }, () => waive(tx, input)),
	);
}

async function waive(tx: TxCtx, { orderId, amount, reason }: Input): Promise<Waived> {
	const charge = await lockCharge(tx, orderId);
	demandAnothersInvoice(tx.actor, charge.clientId);
	if (amount > charge.amount) throw billingRefusals.because("waives_too_much");
	const subject = `order:${orderId}`;
	const { approvalAbove } = await policyInForce(tx, "money");
	const before = await waivedThisMonth(tx, charge.clientId);
	if (needsSecondManager(amount, before, money(BigInt(approvalAbove.creditNote)))) {
		return { outcome: "waiting", approvalId: await askApproval(tx, { kind: "waiver", subject, amount, reason }) };
	}
	const alone = { grantedBy: actorRef(tx.actor), approvedBy: null, approvalId: null };
	const creditNoteId = await creditCharge(tx, charge, { amount, reason, ...alone });
	await audit(tx, { action: "billing.waive-charge", subject, after: { creditNoteId, amount }, reason });
	return { outcome: "waived", creditNoteId };
}

/** What this manager has waived alone for the client; under the account's lock two at once do not each find room. */
async function waivedThisMonth(tx: TxCtx, clientId: ClientId): Promise<Money> {
	await tx.db
		.select({ id: ledgerAccounts.id })
		.from(ledgerAccounts)
		.where(and(eq(ledgerAccounts.kind, "client"), eq(ledgerAccounts.ownerId, clientId)))
		.for("update");
	const { timeZone, monthlyCutoff } = await policyInForce(tx, "money");
	const { from } = monthOf(tx.clock.now(), { timeZone, ...monthlyCutoff });
	const [waived] = await tx.db
		.select({ sum: sql<string>`coalesce(sum(${creditNotes.amount}), 0)` })
		.from(creditNotes)
		.where(
			and(
				eq(creditNotes.clientId, clientId),
				gte(creditNotes.grantedAt, from),
				isNull(creditNotes.approvalId),
				eq(sql`${creditNotes.grantedBy} ->> 'id'`, actorRef(tx.actor).id),
			),
		);
	return money(BigInt(waived?.sum ?? 0));
}
