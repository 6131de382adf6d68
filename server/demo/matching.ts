import { firstPipeline } from "@/db/seed/pipeline";
import { activatePipeline } from "@/server/contexts/matching/commands/activate-pipeline";
import { savePipeline } from "@/server/contexts/matching/commands/save-pipeline";
import { shadowPipeline, sharePipeline } from "@/server/contexts/matching/commands/shadow-pipeline";
import { commonRefusals } from "@/server/kernel/errors";
import type { Ctx } from "@/server/platform/context";
import { keyFor } from "./actors";

const entry = (step: string, version: number, weight: number | null, params: Record<string, unknown> = {}) => ({
	...{ step, version, weight, params, on: true },
	as: null as string | null,
});

const filters = [
	...[entry("active", 1, null), entry("not-excluded", 1, null), entry("available", 1, null)],
	entry("free-for-whole-duration", 2, null, { travelMinutes: 20, sameZoneMinutes: 5 }),
];
const reliable = [
	...filters,
	...[entry("trait-fit", 1, 4), entry("past-results", 2, 3), entry("no-show-risk", 1, 2)],
	...[entry("client-history", 1, 1), entry("fair-share", 1, 2)],
];
const ending = [entry("combine", 1, null), entry("break-ties", 1, null)];
const nearer = [
	...reliable,
	...[entry("near", 1, 2), entry("load-today", 1, 1), entry("newcomers-chance", 1, 1)],
	{ ...entry("expression-score", 1, 1, { expression: "stars_of_client >= 4 ? 1 : 0.5" }), as: "old-friends" },
	entry("normalise", 1, null),
];

/** How the company chooses: the chain of every beginning, a second one in force, and a third that runs beside and takes a tenth. */
export async function layMatching(office: Ctx): Promise<void> {
	const save = (note: string, steps: typeof filters) =>
		savePipeline(office, { idempotencyKey: keyFor(`chain ${note}`), version: null, revision: 0, note, steps });
	const second = await save("Who comes for sure, with time for the way", [...reliable, ...ending]);
	const third = await save("Nearer, and a chance for newcomers", [...nearer, ...ending]);
	const active = firstPipeline.version;
	const reason = "Three no-shows in a week, and two who came late from the other end of town";
	await unlessDone(activatePipeline(office, { version: second.version, active, reason }));
	await shadowPipeline(office, { version: third.version, on: true });
	const question = "Do shorter ways cost us good ratings?";
	await sharePipeline(office, { version: third.version, percent: 10, reason: question });
}

/** Another version in force says that this had been done before. */
async function unlessDone(work: Promise<unknown>): Promise<void> {
	try {
		await work;
	} catch (error) {
		if (!commonRefusals.is(error, "stale")) throw error;
	}
}
