import { spawn } from "node:child_process";
import { identityOf } from "./lock.mjs";
import { signal } from "./processes.mjs";
import { beforeExit } from "./shutdown.mjs";

/**
 * Runs a program to its end and gives its exit code and, unless it may write to the terminal, its output.
 * It leads a group of its own, which is ended when this process is; its identity is noted on a lock for the case that this
 * process is killed.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, quiet?: boolean, lock?: { note(notes: object): void }, cwd?: string }} [options]
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function run(program, args, { env = process.env, quiet = false, lock, cwd } = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, {
			cwd,
			env: /** @type {NodeJS.ProcessEnv} */ (env),
			detached: process.platform !== "win32",
			stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
		});
		let output = "";
		for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
		const done = new Promise((end) => child.once("close", end));
		const forget = beforeExit(async () => {
			signal(process.platform === "win32" ? child.pid : -child.pid, "SIGTERM");
			await done;
		});
		child.once("spawn", () => lock?.note({ children: [identityOf(child.pid)] }));
		child.once("error", reject);
		done.then((code) => {
			forget();
			lock?.note({ children: [] });
			resolve({ code, output });
		});
	});
}

/**
 * Runs a TypeScript file of this project, with its import aliases.
 * @param {string} root
 * @param {string} file
 * @param {{ args?: string[], env?: Record<string, string | undefined>, quiet?: boolean }} [options]
 */
export const runTypeScript = (root, file, { args = [], env = process.env, quiet = false } = {}) =>
	run(process.execPath, ["--import", "tsx", file, ...args], {
		cwd: root,
		quiet,
		env: { ...env, TSX_TSCONFIG_PATH: `${root}/scripts/tsconfig.run.json` },
	});
