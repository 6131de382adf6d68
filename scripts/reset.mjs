// `npm run reset`: forgets everything that the embedded default has kept.
import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { databaseFolder } from "./lib/embedded-database.mjs";
import { dataFolder, loadEnvFile } from "./lib/environment.mjs";
import { Failure, show } from "./lib/failure.mjs";
import { claimInstallation } from "./lib/installation.mjs";
import { stopOrphan } from "./lib/postgres.mjs";
import { shelterInUse } from "./lib/postgres-home.mjs";

const root = path.resolve(import.meta.dirname, "..");

async function reset(dataDir) {
	if (!existsSync(dataDir)) return;
	const isOurs = dataDir === path.join(root, ".data") || existsSync(path.join(dataDir, "secrets.json"));
	if (!isOurs) throw new Failure(`${dataDir} holds no installation of this application, so nothing in it is removed.`);
	await claimInstallation(dataDir);
	const cluster = databaseFolder(dataDir);
	const shelter = shelterInUse(cluster);
	await stopOrphan(shelter ? path.join(shelter, "data") : cluster);
	if (shelter) rmSync(shelter, { recursive: true, force: true });
	for (const name of readdirSync(dataDir)) rmSync(path.join(dataDir, name), { recursive: true, force: true });
}

try {
	loadEnvFile(root);
	const dataDir = dataFolder(root);
	await reset(dataDir);
	console.log(`${path.relative(root, dataDir)}${path.sep} is empty.`);
} catch (error) {
	show(error);
	process.exitCode = 1;
}
