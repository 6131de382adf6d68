import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { newDataDir, removeDataDir, startServer, sweepAbandoned } from "./server";

const GIVE_UP_AFTER_MS = 240_000;

/** For Playwright's `globalSetup`: a place for the installation that is filled with demo data once in a run. */
export default function prepareRun(): () => void {
	sweepAbandoned();
	process.env.E2E_RUN = String(process.pid); // the workers inherit these
	const folder = newDataDir();
	process.env.E2E_SEEDED = folder;
	return () => removeDataDir(folder);
}

/** An installation of its own for whoever asks, with demo data in it. Whoever asks first in a run fills the original. */
export async function seededDataDir(): Promise<string> {
	const run = process.env.E2E_SEEDED;
	if (!run) throw new Error("E2E_SEEDED is not set: is e2e/_support/seeded.ts the globalSetup?");
	const original = path.join(run, "original");
	const done = path.join(run, "done");
	if (isFirst(path.join(run, "begun"))) {
		const server = await startServer({ dataDir: original });
		await server.stop();
		rmSync(path.join(original, "database.port")); // the copies run side by side
		writeFileSync(done, "");
	}
	await appearance(done);
	const copy = newDataDir();
	// With its owners: the database belongs to another user when this one is root.
	execFileSync("cp", ["-a", `${original}/.`, copy]);
	return copy;
}

function isFirst(mark: string): boolean {
	try {
		mkdirSync(mark);
		return true;
	} catch (error) {
		if (existsSync(mark)) return false; // somebody else was
		throw error;
	}
}

async function appearance(file: string): Promise<void> {
	const end = performance.now() + GIVE_UP_AFTER_MS;
	while (!existsSync(file)) {
		if (performance.now() > end)
			throw new Error("The demo data was not made in time; the worker that made it says why.");
		await pause(100);
	}
}
