import { and, arrayContains, asc, eq, type SQL } from "drizzle-orm";
import { assignments, orders, recipients } from "@/db/schema/notifications";
import type { Role } from "@/server/kernel/actor";
import { NotYet } from "@/server/kernel/errors";
import type { AccountId, ClientId, OrderId, WorkerId } from "@/server/kernel/ids";
import { type Money, zero } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";

export type Recipient = typeof recipients.$inferSelect;
type Outcome = "completed" | "failed" | "cancelled";

/** An order as messages tell of it. Throws NotYet when nothing was heard of it. */
export async function findOrder(ctx: Ctx, orderId: OrderId) {
	const [order] = await ctx.db.select().from(orders).where(eq(orders.orderId, orderId));
	if (!order) throw new NotYet(`order ${orderId}`);
	return order;
}

/** Throws NotYet when nothing was heard of the client. */
export const findClient = (ctx: Ctx, clientId: ClientId): Promise<Recipient> =>
	findPerson(ctx, eq(recipients.clientId, clientId), `client ${clientId}`);

/** Throws NotYet when nothing was heard of the worker. */
export const findWorker = (ctx: Ctx, workerId: WorkerId): Promise<Recipient> =>
	findPerson(ctx, eq(recipients.workerId, workerId), `worker ${workerId}`);

/** Throws NotYet when nothing was heard of the account. */
export const findAccount = (ctx: Ctx, accountId: AccountId): Promise<Recipient> =>
	findPerson(ctx, eq(recipients.accountId, accountId), `account ${accountId}`);

async function findPerson(ctx: Ctx, condition: SQL, who: string): Promise<Recipient> {
	const [person] = await ctx.db.select().from(recipients).where(condition);
	if (!person) throw new NotYet(who);
	return person;
}

/** All managers; where there are none, the admins, so that no alert is lost. */
export async function findManagers(ctx: Ctx): Promise<Recipient[]> {
	const managers = await peopleWith(ctx, "manager");
	return managers.length > 0 ? managers : peopleWith(ctx, "admin");
}

const peopleWith = (ctx: Ctx, role: Role): Promise<Recipient[]> =>
	ctx.db
		.select()
		.from(recipients)
		.where(and(eq(recipients.active, true), arrayContains(recipients.roles, [role])))
		.orderBy(asc(recipients.accountId));

/** What the ending of an order costs the client and the worker: nothing when nobody was assigned. Throws NotYet. */
export async function findCosts(
	ctx: Ctx,
	{ orderId, assignment, outcome }: { orderId: OrderId; assignment: number | null; outcome: Outcome },
): Promise<{ toPay: Money; penalty: Money }> {
	if (assignment === null) return { toPay: zero, penalty: zero };
	const [agreed] = await ctx.db
		.select()
		.from(assignments)
		.where(and(eq(assignments.orderId, orderId), eq(assignments.assignment, assignment)));
	if (!agreed) throw new NotYet(`assignment ${assignment} of order ${orderId}`);
	const { clientPaysCompleted, clientPaysCancelled, clientPaysFailed, workerPenalty } = agreed;
	return {
		toPay: { completed: clientPaysCompleted, cancelled: clientPaysCancelled, failed: clientPaysFailed }[outcome],
		penalty: workerPenalty,
	};
}
