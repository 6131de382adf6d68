import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { workers, workerTraits } from "@/db/schema/hiring";
import type { FileId, WorkerId } from "@/server/kernel/ids";
import { containing } from "@/server/platform/containing";
import type { Ctx } from "@/server/platform/context";
import { type Counted, countRows, type ListPage, readPage } from "@/server/platform/paging";
import { workersList } from "../contracts";
import { demandManager } from "../domain/access";

type Filters = z.output<typeof workersList.filtersOnly>;

type ListedWorker = {
	workerId: WorkerId;
	name: string;
	email: string;
	phone: string;
	age: number;
	breed: string;
	coat: string;
	photoId: FileId | null;
	active: boolean;
	addedAt: Date;
	/** The strongest first. */
	strengths: { trait: string; level: number }[];
};

const keys = { name: [workers.name, workers.id], added: [workers.addedAt, workers.id] };

/** The workers, for the office. */
export async function listWorkers(
	ctx: Ctx,
	asked: z.output<typeof workersList.input>,
): Promise<ListPage<ListedWorker>> {
	demandManager(ctx.actor);
	const page = await readPage(workersList, asked, keys, ({ key, where, orderBy, limit }) =>
		ctx.db
			.select({
				...{ workerId: workers.id, name: workers.name, email: workers.email, phone: workers.phone, age: workers.age },
				...{ breed: workers.breed, coat: workers.coat, photoId: workers.photoId, active: workers.active },
				...{ addedAt: workers.addedAt, key },
			})
			.from(workers)
			.where(and(like(asked), where))
			.orderBy(...orderBy)
			.limit(limit),
	);
	const strengths = await strengthsOf(
		ctx,
		page.rows.map(({ workerId }) => workerId),
	);
	return { ...page, rows: page.rows.map((row) => ({ ...row, strengths: strengths.get(row.workerId) ?? [] })) };
}

/** How many workers the filters leave. */
export async function countWorkers(ctx: Ctx, filters: Filters): Promise<Counted> {
	demandManager(ctx.actor);
	return countRows(ctx, workers, like(filters));
}

const like = ({ search, active }: Filters): SQL | undefined =>
	and(search ? contains(search) : undefined, active && eq(workers.active, active === "yes"));

/** The expression is the one that the trigram index is on. */
const contains = (search: string): SQL | undefined =>
	containing(sql`(${workers.name} || ' ' || ${workers.email})`, search);

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
