import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runTypeScript } from "./command.mjs";
import { databaseFolder } from "./embedded-database.mjs";
import { Failure } from "./failure.mjs";
import { stopOrphan } from "./postgres.mjs";
import { clusterOf } from "./postgres-home.mjs";

const stateFile = (dataDir) => path.join(dataDir, "demo");

/** Fills a new demo with data, once. The server runs already, for it does the background work. */
export async function fillDemo(root, dataDir, environment) {
	const state = stateFile(dataDir);
	if (existsSync(state)) return;
	console.log("The demo company lives through its first month …");
	writeFileSync(state, "begun");
	const { code } = await runTypeScript(root, "scripts/seed-demo.ts", { env: environment });
	if (code !== 0) throw new Failure("The demo company could not be made. What stopped it is above.");
	writeFileSync(state, "filled");
}

/** Half a demo is of no use: one that was interrupted is thrown away before the start, and filled anew. */
export async function discardUnfinishedDemo(dataDir) {
	const state = stateFile(dataDir);
	if (!existsSync(state) || readFileSync(state, "utf8") === "filled") return;
	const cluster = clusterOf(databaseFolder(dataDir));
	await stopOrphan(cluster);
	for (const each of [cluster, path.join(dataDir, "files"), state]) rmSync(each, { recursive: true, force: true });
}
