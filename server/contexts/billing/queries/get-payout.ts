import { asc, desc, eq } from "drizzle-orm";
import { payees } from "@/db/schema/billing";
import { months, payouts } from "@/db/schema/billing-payouts";
import { payoutAccounts, transferEvents, transfers } from "@/db/schema/billing-transfers";
import { type Actor, holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import type { PayoutId, WorkerId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { demandManager } from "../domain/ownership";
import { payoutNumber } from "../domain/payout";
import { forWorker } from "./get-worker-statement";
import { listRulings } from "./list-rulings";
import { listStatement } from "./list-statement";

/** More lines than anybody works off in a month. */
const MOST = 5_000;

/**
 * A payout with its lines in the order they were posted, the debt it began with, and how the money goes. For its worker
 * and for managers; for anybody else it does not exist.
 */
export async function getPayout(ctx: Ctx, { payoutId }: { payoutId: PayoutId }) {
	const [row] = await ctx.db
		.select({ payout: payouts, cutoffAt: months.cutoffAt, workerName: payees.name })
		.from(payouts)
		.innerJoin(months, eq(months.day, payouts.month))
		.leftJoin(payees, eq(payees.workerId, payouts.workerId))
		.where(eq(payouts.id, payoutId));
	if (!row || !maySee(ctx.actor, row.payout.workerId)) throw commonRefusals.because("not_found");
	const { id, year, sequence, workerId, ...payout } = row.payout;
	const account = { kind: "worker", ownerId: workerId } as const;
	const lines = await listStatement(ctx, account, { settled: payoutId, limit: MOST });
	const [last] = await ctx.db
		.select({ account: transfers.account, reason: transfers.reason, decidedAt: transfers.decidedAt })
		.from(transfers)
		.where(eq(transfers.payoutId, payoutId))
		.orderBy(desc(transfers.attempt))
		.limit(1);
	return {
		...payout,
		...{ payoutId: id, workerId, number: payoutNumber(year, sequence) },
		...{ cutoffAt: row.cutoffAt, workerName: row.workerName ?? "" },
		lines: lines.toReversed().map(forWorker),
		/** The newest try to transfer it. */
		transfer: last ?? null,
	};
}

export type ShownPayout = Awaited<ReturnType<typeof getPayout>>;

/** Each try to transfer a payout, with all that was said and heard, for managers. And where the worker is paid today. */
export async function getPayoutTransfers(ctx: Ctx, { payoutId }: { payoutId: PayoutId }) {
	demandManager(ctx.actor);
	const tries = await ctx.db
		.select()
		.from(transfers)
		.where(eq(transfers.payoutId, payoutId))
		.orderBy(desc(transfers.attempt));
	const events = await ctx.db
		.select({
			transferId: transferEvents.transferId,
			at: transferEvents.at,
			what: transferEvents.what,
			note: transferEvents.note,
		})
		.from(transferEvents)
		.innerJoin(transfers, eq(transfers.id, transferEvents.transferId))
		.where(eq(transfers.payoutId, payoutId))
		.orderBy(asc(transferEvents.id));
	const rulings = await listRulings(
		ctx,
		tries.map(({ id }) => `transfer:${id}`),
	);
	const [today] = await ctx.db
		.select({ account: payoutAccounts.account })
		.from(payoutAccounts)
		.innerJoin(payouts, eq(payouts.workerId, payoutAccounts.workerId))
		.where(eq(payouts.id, payoutId));
	return {
		account: today?.account ?? null,
		tries: tries.map(({ id, payoutId: _payoutId, ...one }) => ({
			...one,
			transferId: id,
			rulings: rulings.filter(({ subject }) => subject === `transfer:${id}`),
			events: events.filter(({ transferId }) => transferId === id).map(({ transferId: _id, ...event }) => event),
		})),
	};
}

const maySee = (actor: Actor, workerId: WorkerId): boolean =>
	holds(actor, "manager") || (actor.kind === "person" && actor.workerId === workerId);
