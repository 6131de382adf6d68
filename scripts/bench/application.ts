import postgres from "postgres";
import { startServer } from "../../e2e/_support/server";
import type { BenchResult } from "./engine";
import { databaseOf, whileRecording, withInstallation, withRequestsOnly } from "./installation";
import { alternate, CONDITIONS, machineLoad, send } from "./load";
import { pageBenchmarks } from "./pages";
import { dashboardOf, newOrderOf, signInAs } from "./people";
import { ownIds, readsIn, transactionIn } from "./recording";
import { withReference } from "./reference";
import { shareOf } from "./report";

const COLD_START_SECONDS = 5;
const PLACING_PERCENT = 50;
const READING_PERCENT = 60;
const WARM_REQUESTS = 50;

async function coldStart(dataDir: string): Promise<BenchResult> {
	const note = machineLoad();
	const began = performance.now();
	const server = await startServer({ dataDir });
	const value = Math.round((performance.now() - began) / 10) / 100;
	await server.stop();
	return {
		name: "cold-start",
		value,
		unit: "s",
		bar: `ready, embedded and built, second start: at most ${COLD_START_SECONDS} s`,
		holds: value <= COLD_START_SECONDS,
		note: `from the command to its being ready, database and migrations included; ${note}`,
	};
}

const readDashboard = (dataDir: string): Promise<BenchResult> =>
	withRequestsOnly(dataDir, async ({ url }) => {
		const ours = dashboardOf(url, await signInAs(url, "loyal-client"));
		for (let count = 0; count < WARM_REQUESTS; count++) await send(ours);
		const statements = await whileRecording(dataDir, async (record) => readsIn(await record(() => send(ours))));
		const load = machineLoad();
		return withReference({ statements, ownIds: [] }, databaseOf(dataDir), async (reference) => {
			const { rounds, requests } = await alternate(ours, { url: `${reference}/api/reads`, method: "GET" });
			return shareOf({
				name: "dashboard",
				bar: `of the requests/s of a bare route with the same SELECTs: at least ${READING_PERCENT} %`,
				atLeast: READING_PERCENT,
				rounds,
				note: `${statements.length} SELECTs, the session's among them; ${requests} requests; ${conditions(load)}`,
			});
		});
	});

const placeOrder = (dataDir: string): Promise<BenchResult> =>
	withRequestsOnly(dataDir, async ({ url }) => {
		const ours = await newOrderOf(url, await signInAs(url, "new-client"));
		for (let count = 0; count < WARM_REQUESTS; count++) await send(ours);
		const recorded = await whileRecording(dataDir, async (record) => {
			const run = transactionIn(await record(() => send(ours)));
			const another = transactionIn(await record(() => send(ours)));
			return { statements: run, ownIds: ownIds(run, another) };
		});
		const load = machineLoad();
		return withReference(recorded, databaseOf(dataDir), async (reference) => {
			const bare = { ...ours, url: `${reference}/api/transaction` };
			const before = await ordersIn(dataDir);
			const { rounds, requests } = await alternate(ours, bare);
			const written = (await ordersIn(dataDir)) - before;
			if (written < requests) throw new Error(`${requests} requests were answered, but ${written} orders written`);
			return shareOf({
				name: "place-order",
				bar: `of the requests/s of a bare route with the same transaction: at least ${PLACING_PERCENT} %`,
				atLeast: PLACING_PERCENT,
				rounds,
				note: `${recorded.statements.length} statements, ${written} orders durably written; ${conditions(load)}`,
			});
		});
	});

const conditions = (load: string): string => `${CONDITIONS}, no background functions on the instance; ${load}`;

async function ordersIn(dataDir: string): Promise<number> {
	const sql = postgres(databaseOf(dataDir), { max: 1 });
	const [row] = await sql<{ count: number }[]>`select count(*)::int as count from ordering.orders`;
	await sql.end();
	return row?.count ?? 0;
}

const benchmarks = {
	"cold-start": coldStart,
	dashboard: readDashboard,
	"place-order": placeOrder,
	...pageBenchmarks,
} satisfies Record<string, (dataDir: string) => Promise<BenchResult>>;

export const applicationBenchmarks = Object.keys(benchmarks);

/** The bars of spec/5-quality for the built application as `npm start` runs it, each result as soon as it is there. */
export const benchApplication = (
	wanted: (name: string) => boolean,
	tell: (result: BenchResult) => void,
): Promise<void> =>
	withInstallation(async (dataDir) => {
		for (const [name, run] of Object.entries(benchmarks)) if (wanted(name)) tell(await run(dataDir));
	});
