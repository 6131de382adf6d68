// `node scripts/run.mjs FILE.ts [arguments]`: runs a script of this project on the database of this installation, which may be
// running or not, or on the one that DATABASE_URL names. With `--as-is` before the file the database is taken as it is: nothing is
// migrated, and of the environment only DATABASE_URL is asked for.
import path from "node:path";
import { withCheckout } from "./lib/checkout.mjs";
import { runTypeScript } from "./lib/command.mjs";
import { databaseUrl } from "./lib/embedded-database.mjs";
import {
	address,
	dataFolder,
	embeddedEnvironment,
	hasOutsideDatabase,
	loadEnvFile,
	outsideEnvironment,
} from "./lib/environment.mjs";
import { Failure, show } from "./lib/failure.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { claimInstallation, prepare, runningIn, startEmbedded } from "./lib/installation.mjs";
import { requireNode } from "./lib/node-version.mjs";
import { secretsOf } from "./lib/secrets.mjs";
import { heedSignals, isStopping, shutdown } from "./lib/shutdown.mjs";

const root = path.resolve(import.meta.dirname, "..");
const given = process.argv.slice(2);
const asIs = given[0] === "--as-is";
const [file, ...args] = asIs ? given.slice(1) : given;

async function environmentToRunIn(dataDir) {
	if (hasOutsideDatabase()) return outsideEnvironment(address());
	const running = runningIn(dataDir);
	if (running) {
		const url = databaseUrl(dataDir, secretsOf(dataDir).POSTGRES_PASSWORD);
		return embeddedEnvironment({ ...address(), ...running }, dataDir, url);
	}
	await claimInstallation(dataDir);
	const database = await startEmbedded(dataDir);
	return embeddedEnvironment(address(), dataDir, database.url);
}

try {
	heedSignals();
	requireNode();
	if (!file) throw new Failure("Which script? node scripts/run.mjs FILE.ts [arguments]");
	loadEnvFile(root);
	await withCheckout(root, (lock) => ensureInstalled(root, lock));
	const env = await environmentToRunIn(dataFolder(root));
	if (!asIs) await prepare(root, env);
	const { code } = await runTypeScript(root, file, { args, env });
	await shutdown(code ?? 1);
} catch (error) {
	if (!isStopping()) show(error);
	await shutdown(1);
}
