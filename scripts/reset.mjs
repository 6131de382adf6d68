// `npm run reset`: forgets everything that the embedded default has kept.
import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { withCheckout } from "./lib/checkout.mjs";
import { databaseFolder } from "./lib/embedded-database.mjs";
import { dataFolder, loadEnvFile } from "./lib/environment.mjs";
import { Failure, show } from "./lib/failure.mjs";
import { claimInstallation } from "./lib/installation.mjs";
import { stopOrphan } from "./lib/postgres.mjs";
import { clusterOf, shelterInUse } from "./lib/postgres-home.mjs";

const root = path.resolve(import.meta.dirname, "..");

const isInstallation = (folder) => existsSync(path.join(folder, "secrets.json"));

async function reset(dataDir) {
	if (!existsSync(dataDir)) return;
	if (dataDir !== path.join(root, ".data") && !isInstallation(dataDir)) {
		throw new Failure(`${dataDir} holds no installation of this application, so nothing in it is removed.`);
	}
	await claimInstallation(dataDir);
	const within = readdirSync(dataDir).map((name) => path.join(dataDir, name));
	for (const second of within.filter(isInstallation)) await reset(second);
	const cluster = databaseFolder(dataDir);
	await stopOrphan(clusterOf(cluster));
	const shelter = shelterInUse(cluster);
	if (shelter) rmSync(shelter, { recursive: true, force: true });
	for (const each of within) rmSync(each, { recursive: true, force: true });
	rmSync(path.join(dataDir, "instance.json"), { force: true });
}

try {
	loadEnvFile(root);
	const dataDir = dataFolder(root);
	await withCheckout(root, () => reset(dataDir));
	console.log(`${path.relative(root, dataDir)}${path.sep} is empty.`);
} catch (error) {
	show(error);
	process.exitCode = 1;
}
