import { asc, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import { workers, workerTraits } from "@/db/schema/hiring";
import { commonRefusals } from "@/server/kernel/errors";
import type { FileId, WorkerId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import type { getWorkerInput, TraitLevel } from "../contracts";
import { demandManager } from "../domain/access";

export type WorkerProfile = {
	workerId: WorkerId;
	version: number;
	name: string;
	email: string;
	phone: string;
	locale: "en" | "ru";
	age: number;
	breed: string;
	coat: string;
	photoId: FileId | null;
	strengths: TraitLevel[];
	weaknesses: TraitLevel[];
	active: boolean;
	addedAt: Date;
};

/** All that is known of one worker, for the office. */
export async function getWorker(ctx: Ctx, input: z.output<typeof getWorkerInput>): Promise<WorkerProfile> {
	demandManager(ctx.actor);
	const profile = await getWorkerProfile(ctx, input.workerId);
	if (!profile) throw commonRefusals.because("not_found");
	return profile;
}

/** The profile as it is now, for whoever within hiring has decided that it may be seen. */
export async function getWorkerProfile(ctx: Ctx, workerId: WorkerId): Promise<WorkerProfile | null> {
	const [row] = await ctx.db.select().from(workers).where(eq(workers.id, workerId));
	if (!row) return null;
	const levels = await ctx.db
		.select()
		.from(workerTraits)
		.where(eq(workerTraits.workerId, workerId))
		.orderBy(desc(workerTraits.level), asc(workerTraits.trait));
	const { id, ...rest } = row;
	const of = (kind: "strength" | "weakness") =>
		levels.filter((entry) => entry.kind === kind).map(({ trait, level }) => ({ trait, level }));
	return { workerId: id, ...rest, strengths: of("strength"), weaknesses: of("weakness") };
}
