import { and, asc, desc, eq, gt, inArray, or, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { workers, workerTraits } from "@/db/schema/hiring";
import type { FileId, WorkerId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import type { listWorkersInput, WorkerCursor } from "../contracts";
import { demandManager } from "../domain/access";

export type ListedWorker = {
	workerId: WorkerId;
	name: string;
	email: string;
	phone: string;
	breed: string;
	coat: string;
	photoId: FileId | null;
	active: boolean;
	/** The strongest first. */
	strengths: { trait: string; level: number }[];
};

/** Workers by name, a page at a time, found by a part of the name or e-mail. */
export async function listWorkers(
	ctx: Ctx,
	{ search, active, cursor, limit }: z.output<typeof listWorkersInput>,
): Promise<{ workers: ListedWorker[]; nextCursor: WorkerCursor | null }> {
	demandManager(ctx.actor);
	const rows = await ctx.db
		.select()
		.from(workers)
		.where(
			and(
				search ? contains(search) : undefined,
				active === undefined ? undefined : eq(workers.active, active),
				cursor
					? or(gt(workers.name, cursor.name), and(eq(workers.name, cursor.name), gt(workers.id, cursor.workerId)))
					: undefined,
			),
		)
		.orderBy(asc(workers.name), asc(workers.id))
		.limit(limit + 1);
	const page = rows.slice(0, limit);
	const strengths = await strengthsOf(
		ctx,
		page.map(({ id }) => id),
	);
	const last = rows.length > limit ? page.at(-1) : undefined;
	return {
		workers: page.map(({ id, name, email, phone, breed, coat, photoId, active }) => ({
			workerId: id,
			...{ name, email, phone, breed, coat, photoId, active },
			strengths: strengths.get(id) ?? [],
		})),
		nextCursor: last ? { name: last.name, workerId: last.id } : null,
	};
}

/** The expression is the one that the trigram index is on. */
const contains = (search: string): SQL =>
	sql`(${workers.name} || ' ' || ${workers.email}) ilike ${`%${search.replace(/[\\%_]/g, "\\$&")}%`}`;

async function strengthsOf(ctx: Ctx, ids: WorkerId[]): Promise<Map<WorkerId, { trait: string; level: number }[]>> {
	const found = new Map<WorkerId, { trait: string; level: number }[]>();
	if (ids.length === 0) return found;
	const rows = await ctx.db
		.select()
		.from(workerTraits)
		.where(and(inArray(workerTraits.workerId, ids), eq(workerTraits.kind, "strength")))
		.orderBy(desc(workerTraits.level), asc(workerTraits.trait));
	for (const { workerId, trait, level } of rows) {
		found.set(workerId, [...(found.get(workerId) ?? []), { trait, level }]);
	}
	return found;
}
