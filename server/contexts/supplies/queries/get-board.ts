import { and, asc, desc, eq, gte, inArray, or, sql } from "drizzle-orm";
import { assignments, cookieOrders, kitItems, kits, workers } from "@/db/schema/supplies";
import { holds } from "@/server/kernel/actor";
import { businessDate, instantAt } from "@/server/kernel/calendar";
import { commonRefusals } from "@/server/kernel/errors";
import type { KitId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { shelfColumn, shelfStates } from "../domain/kit";
import { kitIsDueAt, undoIsOpenFor } from "../domain/kit.policies";

/** As many as a wall can show with some scrolling; the rest is counted. */
const MOST_ON_SHELF = 100;
const MOST_ISSUED = 60;

/** What the warehouse sees: what is to be assembled, the most urgent first, and what was handed out today or is to be brought back. */
export async function getBoard(ctx: Ctx) {
	if (!holds(ctx.actor, "warehouse")) throw commonRefusals.because("not_allowed");
	const now = ctx.clock.now();
	const { timeZone } = await policyInForce(ctx, "money");
	const { kitDueMinutes, issueUndoSeconds } = await policyInForce(ctx, "operations");
	const today = instantAt(businessDate(now, timeZone), "00:00", timeZone);

	const waiting = inArray(kits.state, [...shelfStates]);
	const handedOut = or(kits.returnDue, and(inArray(kits.state, ["issued", "used"]), gte(kits.issuedAt, today)));
	const onShelf = await rows(ctx).where(waiting).orderBy(asc(kits.startsAt), asc(kits.id)).limit(MOST_ON_SHELF);
	const issued = await rows(ctx)
		.where(handedOut)
		.orderBy(desc(kits.returnDue), desc(kits.issuedAt), desc(kits.id))
		.limit(MOST_ISSUED);
	const [counted] = await ctx.db
		.select({
			onShelf: sql<number>`count(*) filter (where ${waiting})`.mapWith(Number),
			issued: sql<number>`count(*) filter (where ${handedOut})`.mapWith(Number),
		})
		.from(kits)
		.where(or(waiting, handedOut));

	const items = await itemsOf(
		ctx,
		[...onShelf, ...issued].map(({ kit }) => kit.id),
	);
	const shown = ({ kit, worker, cookie, startedAt }: Row) => {
		const contents = items.get(kit.id) ?? [];
		const cookieGivenUp = Boolean(cookie?.gaveUpAt);
		return {
			kitId: kit.id,
			orderNumber: kit.orderNumber,
			assignment: kit.assignment,
			serviceName: kit.serviceName,
			worker,
			startsAt: kit.startsAt,
			dueAt: kitIsDueAt(kit.startsAt, kitDueMinutes),
			state: kit.state,
			column: shelfColumn({ items: contents, cookieGivenUp }),
			items: contents,
			cookie: cookie && { state: cookie.state, expectedAt: cookie.expectedAt, givenUp: cookieGivenUp },
			issuedAt: kit.issuedAt,
			returnDue: kit.returnDue,
			undoMs: undoIsOpenFor({ ...kit, startedAt }, issueUndoSeconds, ctx.clock.systemNow()),
		};
	};
	return {
		onShelf: onShelf.map(shown),
		issued: issued.map(shown),
		notShown: {
			onShelf: (counted?.onShelf ?? 0) - onShelf.length,
			issued: (counted?.issued ?? 0) - issued.length,
		},
	};
}

type Row = Awaited<ReturnType<typeof rows>>[number];

const rows = (ctx: Ctx) =>
	ctx.db
		.select({
			kit: kits,
			worker: { workerId: workers.workerId, name: workers.name, breed: workers.breed, coat: workers.coat },
			cookie: cookieOrders,
			startedAt: assignments.startedAt,
		})
		.from(kits)
		.innerJoin(workers, eq(workers.workerId, kits.workerId))
		.leftJoin(cookieOrders, eq(cookieOrders.orderId, kits.orderId))
		.leftJoin(assignments, and(eq(assignments.orderId, kits.orderId), eq(assignments.assignment, kits.assignment)))
		.$dynamic();

type BoardItem = Pick<typeof kitItems.$inferSelect, "position" | "kind" | "name" | "quantity"> & { ticked: boolean };

async function itemsOf(ctx: Ctx, ids: KitId[]) {
	const found = await ctx.db
		.select()
		.from(kitItems)
		.where(inArray(kitItems.kitId, ids))
		.orderBy(asc(kitItems.kitId), asc(kitItems.position));
	const byKit = new Map<KitId, BoardItem[]>();
	for (const { kitId, position, kind, name, quantity, tickedAt } of found) {
		const item = { position, kind, name, quantity, ticked: tickedAt !== null };
		byKit.set(kitId, [...(byKit.get(kitId) ?? []), item]);
	}
	return byKit;
}
