import { and, eq, isNull } from "drizzle-orm";
import { paymentMethods } from "@/db/schema/billing-collections";
import type { ClientId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { cardService } from "../adapters/card-services";

type Method = typeof paymentMethods.$inferSelect;
export type CardMethod = Method & { kind: Exclude<Method["kind"], "bank-transfer"> };

/** How the client pays now; null when nothing was chosen. */
export async function findMethod(ctx: Ctx, clientId: ClientId): Promise<Method | null> {
	const [method] = await ctx.db
		.select()
		.from(paymentMethods)
		.where(and(eq(paymentMethods.clientId, clientId), isNull(paymentMethods.replacedAt)));
	return method ?? null;
}

/** The client's card, where the client pays by one and there is a service that charges it. */
export async function findCard(ctx: Ctx, clientId: ClientId): Promise<CardMethod | null> {
	const method = await findMethod(ctx, clientId);
	return method && isCard(method) && cardService(method.kind) ? method : null;
}

const isCard = (method: Method): method is CardMethod => method.kind !== "bank-transfer";
