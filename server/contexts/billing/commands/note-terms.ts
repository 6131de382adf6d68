import { and, eq } from "drizzle-orm";
import { terms } from "@/db/schema/billing";
import type { EventData } from "@/server/events/catalog/_define";
import type { orderAssigned } from "@/server/events/catalog/ordering";
import { fingerprint } from "@/server/kernel/idempotency";
import { fromWire } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { billingRefusals } from "../contracts";

/**
 * Keeps what was agreed for one assignment of an order. Noting it again does nothing; noting something else for the same
 * assignment is refused.
 */
export async function noteTerms(ctx: Ctx, agreed: EventData<typeof orderAssigned>): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		const row = { ...termsOf(agreed), notedAt: tx.clock.now() };
		const [noted] = await tx.db.insert(terms).values(row).onConflictDoNothing().returning();
		if (!noted) return demandTheSame(tx, row);
		await announce(tx, {
			context: "billing",
			subject: row.orderId,
			audiences: [`client:${row.clientId}`, `worker:${row.workerId}`],
		});
	});
}

type Terms = typeof terms.$inferSelect;

const termsOf = (agreed: EventData<typeof orderAssigned>): Omit<Terms, "notedAt"> => ({
	orderId: agreed.orderId,
	assignment: agreed.assignment,
	orderNumber: agreed.orderNumber,
	clientId: agreed.clientId,
	workerId: agreed.workerId,
	serviceName: agreed.serviceName,
	startsAt: new Date(agreed.startsAt),
	listPrice: fromWire(agreed.listPrice),
	discountPercent: agreed.discountPercent,
	price: fromWire(agreed.price),
	workerShare: fromWire(agreed.workerShare),
	workerPenalty: fromWire(agreed.workerPenalty),
	clientPaysCompleted: fromWire(agreed.clientPays.completed),
	clientPaysCancelled: fromWire(agreed.clientPays.cancelled),
	clientPaysFailed: fromWire(agreed.clientPays.failed),
	moneyPolicyVersion: agreed.moneyPolicyVersion,
});

async function demandTheSame(ctx: Ctx, row: Terms): Promise<void> {
	const [known] = await ctx.db
		.select()
		.from(terms)
		.where(and(eq(terms.orderId, row.orderId), eq(terms.assignment, row.assignment)));
	if (fingerprint({ ...known, notedAt: null }) !== fingerprint({ ...row, notedAt: null })) {
		throw billingRefusals.because("contradiction");
	}
}
