import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import type { BenchResult } from "./engine";

/** The weekly run at 100,000 clients and a million charges, in a process and on a PostgreSQL of their own. It takes some minutes. */
export async function benchWeeklyRun(): Promise<BenchResult[]> {
	const script = path.join(import.meta.dirname, "weekly-run-process.ts");
	const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", "--import", "tsx", script], {
		env: { ...process.env, LOG_LEVEL: "error" },
	});
	return JSON.parse(stdout.trim().split("\n").at(-1) ?? "[]") as BenchResult[];
}
