import { and, lt, or, sql } from "drizzle-orm";
import { kits } from "@/db/schema/execution";
import type { EventData } from "@/server/events/catalog/_define";
import type { kitIssued } from "@/server/events/catalog/supplies";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announceJob } from "./announce-job";
import { lockJob } from "./lock-job";

type KitFact = EventData<typeof kitIssued> & { issued: boolean };

/**
 * Notes that the worker of an assignment has the kit, or that this was a mistake. Facts come in any order and more than once:
 * the newest counts, and of two at the same moment the undoing, which follows what it undoes.
 */
export async function recordKit(ctx: Ctx, { orderId, assignment, at, issued }: KitFact): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		const job = await lockJob(tx, orderId);
		const [changed] = await tx.db
			.insert(kits)
			.values({ orderId, assignment, issued, at: new Date(at) })
			.onConflictDoUpdate({
				target: [kits.orderId, kits.assignment],
				set: { issued, at: new Date(at) },
				setWhere: or(
					lt(kits.at, sql`excluded.at`),
					and(sql`${kits.at} = excluded.at`, sql`${kits.issued} and not excluded.issued`),
				),
			})
			.returning();
		if (changed && job?.assignment === assignment) await announceJob(tx, job, job.workerId);
	});
}
