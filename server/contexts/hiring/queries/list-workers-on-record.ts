import { asc, gt, inArray } from "drizzle-orm";
import { workers, workerTraits } from "@/db/schema/hiring";
import { commonRefusals } from "@/server/kernel/errors";
import type { WorkerId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import type { TraitLevel } from "../contracts";

const PAGE = 1000;

export type WorkerOnRecord = {
	workerId: WorkerId;
	version: number;
	name: string;
	active: boolean;
	strengths: TraitLevel[];
	weaknesses: TraitLevel[];
};

/** Workers as they are, the next behind an id: what copies are held against. For the house itself. */
export async function listWorkersOnRecord(ctx: Ctx, behind: WorkerId | null): Promise<WorkerOnRecord[]> {
	if (ctx.actor.kind !== "system") throw commonRefusals.because("not_allowed");
	const rows = await ctx.db
		.select({ workerId: workers.id, version: workers.version, name: workers.name, active: workers.active })
		.from(workers)
		.where(behind ? gt(workers.id, behind) : undefined)
		.orderBy(asc(workers.id))
		.limit(PAGE);
	const ids = rows.map(({ workerId }) => workerId);
	const levels = await ctx.db.select().from(workerTraits).where(inArray(workerTraits.workerId, ids));
	const of = (id: WorkerId, kind: "strength" | "weakness") =>
		levels
			.filter((one) => one.workerId === id && one.kind === kind)
			.map(({ trait, level }): TraitLevel => ({ trait, level }));
	return rows.map((row) => ({
		...row,
		strengths: of(row.workerId, "strength"),
		weaknesses: of(row.workerId, "weakness"),
	}));
}
