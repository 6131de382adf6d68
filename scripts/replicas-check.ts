// `npm run replicas:check`: holds what matching keeps of other contexts' facts (samples, availability, past results, ratings,
// calendars) against what their owners have on record, on the database of this installation, running or not, or on the one that
// DATABASE_URL names. It only reads. Ends with 0 when nothing differs, else with 1. With `-- --rebuild` it takes over from the owners
// what differs, which the audit log tells, and looks again.
import { closeDatabase } from "@/db/client";
import {
	listAvailabilitiesOnRecord,
	listEndedAmong,
	listEndingsOnRecord,
	listJobsOnRecord,
} from "@/server/contexts/execution";
import { listWorkersOnRecord } from "@/server/contexts/hiring";
import { listDrift, type Owners, rebuildReplicas } from "@/server/contexts/matching";
import { listRatingsOnRecord } from "@/server/contexts/ordering";
import { system } from "@/server/kernel/actor";
import { createCtx } from "@/server/platform/context";

const owners: Owners = {
	workers: listWorkersOnRecord,
	availabilities: listAvailabilitiesOnRecord,
	endings: listEndingsOnRecord,
	ratings: listRatingsOnRecord,
	jobs: listJobsOnRecord,
	endedAmong: listEndedAmong,
};
const SHOWN = 20;
const ctx = createCtx({ actor: system("replicas-check") });

type Found = { differ: number; examples: string[] };

async function look(): Promise<number> {
	const found = new Map<string, Found>();
	for await (const { replica, drifts } of listDrift(ctx, owners)) {
		const { differ, examples } = found.get(replica) ?? { differ: 0, examples: [] };
		const told = drifts.map(
			({ key, owner, kept }) => `${key}: ${JSON.stringify(kept)}, of its owner ${JSON.stringify(owner)}`,
		);
		found.set(replica, { differ: differ + drifts.length, examples: [...examples, ...told].slice(0, SHOWN) });
	}
	for (const [replica, { differ, examples }] of found) {
		console.log(differ === 0 ? `holds  ${replica}` : `DRIFT  ${replica}: ${differ}`);
		for (const example of examples) console.log(`       ${example}`);
		if (differ > examples.length) console.log(`       and ${differ - examples.length} more`);
	}
	return [...found.values()].reduce((sum, { differ }) => sum + differ, 0);
}

try {
	let left = await look();
	if (left > 0 && process.argv.includes("--rebuild")) {
		for (const { replica, mended } of await rebuildReplicas(ctx, owners)) console.log(`mended ${mended} of ${replica}`);
		left = await look();
	}
	console.log(
		left === 0
			? "\nNo replica has drifted."
			: `\n${left} differ. If events are still under way, ask again in a moment.`,
	);
	process.exitCode = left === 0 ? 0 : 1;
} finally {
	await closeDatabase();
}
