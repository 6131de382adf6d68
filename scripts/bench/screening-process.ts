// A process of its own, on a PostgreSQL of its own: fills hiring with applications whose tests are graded, and asks what the office
// asks of them. Percentiles are held to a plain SQL reckoning.
import { loadavg } from "node:os";
import postgres from "postgres";
import { fillScreening } from "@/db/testing/full-screening";
import type { ApplicationId } from "@/server/kernel/ids";
import type { BenchResult } from "./engine";
import { FORGETFUL, ownDatabase } from "./own-database";

const APPLICATIONS = Number(process.env.BENCH_APPLICATIONS ?? 100_000);
const TIMES = 5;
const BAR_MS = 1000;

/** The slowest of some calls; the first one is not counted, for it plans. */
async function slowest(work: () => Promise<unknown>): Promise<number> {
	await work();
	let most = 0;
	for (let time = 0; time < TIMES; time++) {
		const began = performance.now();
		await work();
		most = Math.max(most, performance.now() - began);
	}
	return Math.round(most);
}

async function ask(url: string): Promise<BenchResult[]> {
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	const load = loadavg()[0]?.toFixed(1);
	const { vacancyId, experimentId, now, ungraded } = await fillScreening(sql, APPLICATIONS);
	const { createCaller } = await import("@/server/trpc/root");
	const { createCtx, at } = await import("@/server/platform/context");
	const { newId } = await import("@/server/kernel/ids");
	const { closeDatabase } = await import("@/db/client");
	const { drawUpScorecard } = await import("@/server/contexts/hiring/commands/draw-up-scorecard");
	const { standardRule } = await import("@/server/contexts/hiring/domain/screening-rule");
	const manager = {
		...{ kind: "person" as const, accountId: newId<never>(), name: "Bench", roles: ["manager" as const] },
		...{ clientId: null, workerId: null },
	};
	const ctx = at(createCtx({ actor: manager }), now);
	const { hiring } = createCaller(ctx);
	const weighed = { ...standardRule, weights: ["speed", "patience"].map((trait) => ({ trait, weight: 2 })), trial: 5 };
	const next = ungraded[Symbol.iterator]();
	let last: ApplicationId | undefined;
	const questions: [name: string, what: string, work: () => Promise<unknown>][] = [
		["hiring-board", "the funnel as a board", () => hiring.candidatesBoard({})],
		["hiring-figures", "the figures over a year", () => hiring.figures({ days: 365 })],
		["hiring-table", "the first page of candidates", () => hiring.candidates({})],
		[
			"hiring-percentile",
			"drawing up a scorecard, with the percentile among all",
			() => {
				last = next.next().value ?? last;
				return drawUpScorecard(ctx, last as ApplicationId);
			},
		],
		[
			"hiring-replay",
			"replaying a rule over all",
			() => hiring.replayRule({ vacancyId, rule: weighed, from: null, asOf: null }),
		],
		["hiring-experiment", "an experiment's results", () => hiring.getExperiment({ experimentId })],
	];
	const results: BenchResult[] = [];
	for (const [name, what, work] of questions) {
		const value = await slowest(work);
		results.push({
			...{ name, value, unit: "ms", bar: `${what}: at most ${BAR_MS} ms`, holds: value <= BAR_MS },
			note: `${APPLICATIONS} applications with graded tests, the slowest of ${TIMES} calls in process; load ${load} at the beginning`,
		});
	}
	const wrong = await differences(sql, vacancyId);
	results.push({
		...{ name: "hiring-percentiles", value: wrong, unit: "differ", holds: wrong === 0 },
		bar: "percentiles drawn up: none differs from a plain SQL reckoning",
		note: "of the scorecards that were drawn up here",
	});
	await closeDatabase();
	await sql.end();
	return results;
}

/** Of how many scorecards that the command has drawn up another percentile comes out in plain SQL over those before it. */
async function differences(sql: postgres.Sql, vacancyId: string): Promise<number> {
	const [row] = await sql<{ wrong: number }[]>`
		select count(*)::int as wrong from hiring.scorecards mine, lateral (
			select round(10000 * (count(*) filter (where other.score < mine.score)
				+ count(*) filter (where other.score = mine.score) / 2.0) / count(*)) as percentile
			from hiring.scorecards other
			where other.vacancy_id = ${vacancyId} and other.sequence <= mine.sequence and other.drawn_up_at > mine.cohort_from
		) plain
		where mine.vacancy_id = ${vacancyId} and mine.basis <> 'filled' and mine.percentile <> plain.percentile`;
	return row?.wrong ?? Number.NaN;
}

const database = await ownDatabase({ name: "screening", settings: FORGETFUL });
try {
	console.log(JSON.stringify(await ask(database.url)));
} finally {
	await database.remove();
}
