import { traits } from "@/db/schema/hiring";
import { workerChanged } from "@/server/events/catalog/hiring";
import { publish } from "@/server/events/publish";
import { commonRefusals } from "@/server/kernel/errors";
import type { WorkerId } from "@/server/kernel/ids";
import type { TxCtx } from "@/server/platform/context";
import { announce } from "@/server/platform/live";
import type { TraitLevel } from "../contracts";
import { getWorkerProfile, type WorkerProfile } from "../queries/get-worker";

/** Tells everybody what a worker is like now. Every command that changes one ends here. */
export async function publishWorker(tx: TxCtx, workerId: WorkerId): Promise<WorkerProfile> {
	const profile = await getWorkerProfile(tx, workerId);
	if (!profile) throw commonRefusals.because("not_found");
	const { addedAt: _addedAt, ...published } = profile;
	const names = await traitNames(tx);
	const named = (levels: TraitLevel[]) =>
		levels.map((entry) => ({ ...entry, name: names.get(entry.trait) ?? { en: entry.trait, ru: entry.trait } }));
	await publish(tx, workerChanged, {
		...published,
		strengths: named(profile.strengths),
		weaknesses: named(profile.weaknesses),
	});
	await announce(tx, { context: "hiring", subject: workerId, audiences: [`worker:${workerId}`] });
	return profile;
}

async function traitNames(tx: TxCtx): Promise<Map<string, { en: string; ru: string }>> {
	const rows = await tx.db.select().from(traits);
	return new Map(rows.map(({ key, name }) => [key, name]));
}
