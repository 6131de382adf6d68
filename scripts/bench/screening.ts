import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import type { BenchResult } from "./engine";

/** Hiring at a hundred thousand applications, in a process and on a PostgreSQL of their own. */
export async function benchScreening(): Promise<BenchResult[]> {
	const script = path.join(import.meta.dirname, "screening-process.ts");
	const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script], {
		env: { ...process.env, LOG_LEVEL: "error" },
	});
	return JSON.parse(stdout.trim().split("\n").at(-1) ?? "[]") as BenchResult[];
}
