import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { rawSql } from "@/db/client";
import { inngest } from "../inngest/client";

const RUNS = 300;
const KILLS = 3;

let instance: ChildProcess | undefined;
const start = () => {
	instance = spawn(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, "testing-process.ts")], {
		stdio: ["ignore", "inherit", "inherit"],
	});
};
const kill = async () => {
	const gone = new Promise((resolve) => instance?.once("exit", resolve));
	instance?.kill("SIGKILL");
	await gone;
};

beforeAll(() => rawSql()`create table public.marks (key text, step int, times int, primary key (key, step))`);
afterAll(kill);

const steps = async (): Promise<number> => {
	const [row] = await rawSql()<{ count: number }[]>`select count(*)::int as count from public.marks`;
	return row?.count ?? 0;
};

test("kill -9, again and again, among hundreds of runs loses none and ends each once", async () => {
	start();
	await inngest.send(Array.from({ length: RUNS }, (_, at) => ({ name: "try/marks", data: { key: `run ${at}` } })));
	for (let killed = 1; killed <= KILLS; killed++) {
		const enough = (killed * RUNS) / (KILLS + 1);
		await vi.waitFor(async () => expect(await steps()).toBeGreaterThan(enough), { timeout: 60_000, interval: 10 });
		await kill();
		start();
	}
	await vi.waitFor(
		async () => {
			const [row] = await rawSql()`select count(*)::int as ended from engine.runs where status = 'completed'`;
			expect(row).toEqual({ ended: RUNS });
		},
		{ timeout: 60_000 },
	);
	const [marks] = await rawSql()`
		select count(*)::int as steps, count(distinct key)::int as keys, sum(times)::int as bodies from public.marks`;
	expect(marks).toMatchObject({ steps: 2 * RUNS, keys: RUNS });
	// At least once: what was under way at each kill ran twice.
	expect(marks?.bodies).toBeLessThan(2 * RUNS + KILLS * 60);
	expect(await rawSql()`select 1 from engine.tasks`).toHaveLength(0);
}, 180_000);
