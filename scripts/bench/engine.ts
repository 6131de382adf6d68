import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

export type BenchResult = {
	name: string;
	value: number;
	unit: string;
	/** What it must be, in words. */
	bar: string;
	holds: boolean;
	note: string;
};

/**
 * The embedded engine's bars of spec/5-quality: from an event's commit to its reaction's commit at idle, and one-step runs a
 * second. In a process and on a PostgreSQL of their own, with everything durable.
 */
export async function benchEvents(): Promise<BenchResult[]> {
	const script = path.join(import.meta.dirname, "engine-process.ts");
	const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script], {
		env: { ...process.env, LOG_LEVEL: "error" },
	});
	return JSON.parse(stdout.trim().split("\n").at(-1) ?? "[]") as BenchResult[];
}
