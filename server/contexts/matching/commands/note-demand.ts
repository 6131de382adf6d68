import { demands } from "@/db/schema/matching";
import { after, minutes } from "@/server/kernel/clock";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import type { Demand } from "../domain/sample";

type Placed = Pick<Demand, "order" | "reference" | "type" | "zone" | "excluded"> & {
	number: number;
	startsAt: Date;
	durationMinutes: number;
};

/** Notes that a sample is wanted. If the order's end was heard of first, it stays ended and only learns what it was about. */
export async function noteDemand(ctx: Ctx, placed: Placed): Promise<void> {
	const { order, number, reference, type, zone, startsAt } = placed;
	const about = { number, reference, type, zone, startsAt, endsAt: after(startsAt, minutes(placed.durationMinutes)) };
	await withTransaction(ctx, async (tx) => {
		await tx.db
			.insert(demands)
			.values({ order, ...about, state: "open", excluded: [...placed.excluded] })
			.onConflictDoUpdate({ target: demands.order, set: about });
		await announce(tx, { context: "matching", subject: order, audiences: [] });
	});
}
