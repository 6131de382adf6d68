import type { z } from "zod";
import type { Ctx } from "@/server/platform/context";
import { officeOrdersList, type searchOrdersInput } from "../contracts";
import { demandManager } from "../domain/access";
import { listOfficeOrders } from "./list-office-orders";

const HAS_WORDS = /[\p{L}\p{N}]/u;

/** The few newest orders that a number or words, each perhaps only begun, find: for the command palette. */
export async function searchOrders(ctx: Ctx, { search, limit }: z.output<typeof searchOrdersInput>) {
	demandManager(ctx.actor);
	if (!HAS_WORDS.test(search)) return [];
	const asked = officeOrdersList.input.parse({ search, sort: "number", order: "desc", limit });
	const { rows } = await listOfficeOrders(ctx, asked);
	return rows.map(({ orderId, number, state, startsAt, serviceName, clientName, worker }) => ({
		...{ orderId, number, state, startsAt, serviceName, clientName, workerName: worker?.name ?? null },
	}));
}
