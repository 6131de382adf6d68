import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runTypeScript } from "./command.mjs";
import { databaseFolder } from "./embedded-database.mjs";
import { Failure } from "./failure.mjs";
import { stopOrphan } from "./postgres.mjs";
import { clusterOf } from "./postgres-home.mjs";

const stateFile = (dataDir) => path.join(dataDir, "demo");
const isFilled = (dataDir) => existsSync(stateFile(dataDir)) && readFileSync(stateFile(dataDir), "utf8") === "filled";

/** Whether this start makes a new demo. From now on it counts as unfinished, until it is filled. */
export function beginDemo(dataDir) {
	const state = stateFile(dataDir);
	if (existsSync(state) || existsSync(clusterOf(databaseFolder(dataDir)))) return false;
	writeFileSync(state, "begun");
	return true;
}

/** The company that is shipped with the code, unless a still one or another present is asked for. */
const isShipped = ({ DEMO_COMPANY, DEMO_PRESENT }) => DEMO_COMPANY !== "still" && !DEMO_PRESENT;

/** Restores the shipped company into the empty database of a new demo: before it is migrated, and before the server runs. */
export async function restoreDemo(root, dataDir, environment) {
	if (!isShipped(environment)) return;
	console.log("The demo company moves in …");
	await demoScript(root, "scripts/restore-demo.ts", environment);
	writeFileSync(stateFile(dataDir), "filled");
}

/** Fills a demo that has no data yet, once. The server runs already, for it does the background work. */
export async function fillDemo(root, dataDir, environment) {
	if (isFilled(dataDir)) return;
	const state = stateFile(dataDir);
	console.log("The demo company lives through its first month …");
	writeFileSync(state, "begun");
	await demoScript(root, "scripts/seed-demo.ts", environment);
	writeFileSync(state, "filled");
}

async function demoScript(root, file, environment) {
	const { code } = await runTypeScript(root, file, { env: environment });
	if (code !== 0) throw new Failure("The demo company could not be made. What stopped it is above.");
}

/** Half a demo is of no use: one that was interrupted is thrown away before the start, and filled anew. */
export async function discardUnfinishedDemo(dataDir) {
	const state = stateFile(dataDir);
	if (!existsSync(state) || isFilled(dataDir)) return;
	const cluster = clusterOf(databaseFolder(dataDir));
	await stopOrphan(cluster);
	for (const each of [cluster, path.join(dataDir, "files"), state]) rmSync(each, { recursive: true, force: true });
}
