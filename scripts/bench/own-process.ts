import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

/** Runs a script of this folder in a process of its own, which writes what it has found as its last line. */
export async function inOwnProcess<Found>(script: string, args: readonly string[] = []): Promise<Found> {
	const file = path.join(import.meta.dirname, script);
	const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", "--import", "tsx", file, ...args], {
		env: { ...process.env, LOG_LEVEL: "error" },
		maxBuffer: 2 ** 26,
	});
	const found: Found | undefined = JSON.parse(stdout.trim().split("\n").at(-1) || "null") ?? undefined;
	if (found === undefined) throw new Error(`${script} has found nothing`);
	return found;
}
