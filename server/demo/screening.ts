import { firstVacancies } from "@/db/seed/vacancies";
import { activateRule } from "@/server/contexts/hiring/commands/activate-rule";
import { beginExperiment } from "@/server/contexts/hiring/commands/begin-experiment";
import { saveRule } from "@/server/contexts/hiring/commands/save-rule";
import type { ScreeningRule } from "@/server/contexts/hiring/contracts/screening";
import { commonRefusals } from "@/server/kernel/errors";
import type { Ctx } from "@/server/platform/context";
import { keyFor } from "./actors";

type Named = <Made>(name: string, work: () => Promise<Made>) => Promise<Made>;

const first: ScreeningRule = {
	weights: [
		{ trait: "speed", weight: 3 },
		{ trait: "climbing", weight: 2 },
		{ trait: "patience", weight: 1 },
	],
	mustHaves: [],
	...{ floor: 40, acceptTop: 5, lookTop: 15, trial: 0, strengthFrom: 70, weaknessBelow: 35 },
	cohort: { days: 90, atLeast: 5 },
};
const patient: ScreeningRule = { ...first, mustHaves: [{ trait: "patience", atLeast: 40 }], lookTop: 25 };
const trying: ScreeningRule = { ...patient, acceptTop: 10, trial: 10 };

const versions: [name: string, rule: ScreeningRule][] = [
	["The quick ones", first],
	["Nobody without patience", patient],
	["Twice as many, and a few on trial", trying],
];

/** How the company screens: three versions of the rule, the second in force, and an experiment with the third. */
export async function layScreening(office: Ctx, named: Named): Promise<void> {
	const vacancyId = firstVacancies[0]?.id;
	if (!vacancyId) return;
	for (const [index, [name, rule]] of versions.entries()) {
		const saved = { idempotencyKey: keyFor(`rule ${name}`), vacancyId, basedOn: index, name, rule };
		await saveRule(office, saved);
	}
	await unlessDone(activateRule(office, { vacancyId, version: 1, instead: 0, reason: "A rule to begin with" }));
	const complaint = "Two clients said that nobody waited for the kettle";
	await unlessDone(activateRule(office, { vacancyId, version: 2, instead: 1, reason: complaint }));
	const arm = { percent: 50, testSetId: null };
	const experiment = {
		...{ idempotencyKey: keyFor("experiment"), vacancyId, name: "Twice as many", outcome: "completion" as const },
		...{ question: "Do twice as many cats work as well as the best few?", worth: 5 },
		arms: [
			{ ...arm, name: "The best few", ruleVersion: 2 },
			{ ...arm, name: "Twice as many", ruleVersion: 3 },
		],
	};
	await named("experiment", () => beginExperiment(office, experiment));
}

/** Another version in force says that this had been done before. */
async function unlessDone(work: Promise<unknown>): Promise<void> {
	try {
		await work;
	} catch (error) {
		if (!commonRefusals.is(error, "stale")) throw error;
	}
}
