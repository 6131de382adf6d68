import { eq, inArray } from "drizzle-orm";
import { traits, workerTraits } from "@/db/schema/hiring";
import type { WorkerId } from "@/server/kernel/ids";
import type { TxCtx } from "@/server/platform/context";
import { hiringRefusals, type TraitLevel } from "../contracts";

type Levels = { strengths: TraitLevel[]; weaknesses: TraitLevel[] };

/** Makes these the worker's only strengths and weaknesses. Refuses a trait that is not on the managed list. */
export async function saveTraits(tx: TxCtx, workerId: WorkerId, { strengths, weaknesses }: Levels): Promise<void> {
	const rows = [
		...strengths.map((entry) => ({ ...entry, workerId, kind: "strength" as const })),
		...weaknesses.map((entry) => ({ ...entry, workerId, kind: "weakness" as const })),
	];
	await refuseUnknown(
		tx,
		rows.map(({ trait }) => trait),
	);
	await tx.db.delete(workerTraits).where(eq(workerTraits.workerId, workerId));
	if (rows.length > 0) await tx.db.insert(workerTraits).values(rows);
}

async function refuseUnknown(tx: TxCtx, keys: string[]): Promise<void> {
	if (keys.length === 0) return;
	const found = await tx.db.select({ key: traits.key }).from(traits).where(inArray(traits.key, keys)).for("share");
	const known = new Set(found.map(({ key }) => key));
	const unknown = keys.find((key) => !known.has(key));
	if (unknown) throw hiringRefusals.because("unknown_trait", { trait: unknown });
}
