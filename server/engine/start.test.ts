import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = path.join(import.meta.dirname, "../..");
const script = "import('./instrumentation.ts').then(({ register }) => register())";

/** What the web server runs at its start, in a process and an environment of its own. */
const start = (environment: Record<string, string>) =>
	promisify(execFile)(process.execPath, ["--import", "tsx", "--eval", script], {
		cwd: root,
		env: { ...process.env, NEXT_RUNTIME: "nodejs", ...environment },
		timeout: 60_000,
	});

test("a server whose environment is not complete ends at its start, saying what is missing", async () => {
	const starting = start({ AUTH_SECRET: "", FUNCTIONS: "Billing" });
	await expect(starting).rejects.toMatchObject({ code: 1 });
	await expect(starting).rejects.toMatchObject({ stderr: expect.stringMatching(/AUTH_SECRET: missing/) });
	await expect(starting).rejects.toMatchObject({ stderr: expect.stringMatching(/FUNCTIONS: all, none, or contexts/) });
}, 60_000);

test("nothing starts while the application is built", async () => {
	const { stderr } = await start({ AUTH_SECRET: "", NEXT_PHASE: "phase-production-build" });
	expect(stderr).toBe("");
}, 60_000);
