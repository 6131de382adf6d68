import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ensureBuilt } from "./build.mjs";
import { withCheckout } from "./checkout.mjs";
import { runTypeScript } from "./command.mjs";
import { startDatabase } from "./embedded-database.mjs";
import { address, dataFolder, embeddedEnvironment, hasOutsideDatabase, outsideEnvironment } from "./environment.mjs";
import { Failure } from "./failure.mjs";
import { endChildrenOf, identityOf, takeLock } from "./lock.mjs";
import { isFree } from "./ports.mjs";
import { shelterInUse } from "./postgres-home.mjs";
import { secretsOf } from "./secrets.mjs";
import { beforeExit, isStopping, shutdown } from "./shutdown.mjs";
import { startWeb, webReady } from "./web.mjs";

/** Runs the whole application, `start` (built) or `dev`, until it is stopped. */
export async function serve(root, mode) {
	const began = performance.now();
	const dataDir = dataFolder(root);
	const place = address();
	const instance = await claimInstance(dataDir, place);
	if (mode === "start") await withCheckout(root, (lock) => ensureBuilt(root, lock));
	const database = hasOutsideDatabase() ? undefined : await startEmbedded(dataDir);
	const environment = database ? embeddedEnvironment(place, dataDir, database.url) : outsideEnvironment(place);
	await prepare(root, environment);
	const web = startWeb(root, mode, environment, database?.pid);
	instance?.note({ ...place, children: [identityOf(web.pid)] });
	beforeExit(() => web.stop());
	stopWhenGone(web.exited, "The server has ended by itself.");
	await webReady(web, place.url);
	if (isStopping()) return;
	if (database && environment.DEMO !== "off") await seedDemo(root, dataDir, environment);
	greet({ place, seconds: (performance.now() - began) / 1000, dataDir: database && dataDir, root, environment });
	process.send?.({ ready: true, url: place.url });
}

/** One embedded installation runs once. With an outside database there is nothing of this machine's to claim but the port. */
async function claimInstance(dataDir, { host, port, url }) {
	let lock;
	if (!hasOutsideDatabase()) {
		const taken = takeLock(path.join(dataDir, "instance.json"));
		if (taken.holder) throw new Failure(alreadyRunning(dataDir, taken.holder));
		await endChildrenOf(taken.left);
		lock = taken.lock;
		beforeExit(() => lock.release());
	}
	if (await isFree(port, host)) return lock;
	throw new Failure(
		`Port ${port} is taken by another program, so ${url} can't be this one.\nChoose another port: PORT=${port + 1} npm start`,
	);
}

const alreadyRunning = (dataDir, holder) =>
	`It runs already${holder.url ? ` at ${holder.url}` : ""} (process ${holder.pid}), with its data in ${dataDir}.\n` +
	"Stop that one first, or start another beside it: PORT=3001 DATA_DIR=.data/second npm start";

async function startEmbedded(dataDir) {
	const database = await startDatabase(dataDir, secretsOf(dataDir).POSTGRES_PASSWORD);
	beforeExit(() => database.stop());
	stopWhenGone(database.exited, "The database has ended by itself.");
	return database;
}

function stopWhenGone(exited, words) {
	exited.then(() => {
		if (isStopping()) return;
		console.error(`\n${words} Stopping.\n`);
		shutdown(1);
	});
}

/** Checks the environment, migrates, lays the reference data. */
async function prepare(root, environment) {
	const { code, output } = await runTypeScript(root, "scripts/prepare.ts", { env: environment, quiet: true });
	if (code !== 0 && !isStopping()) throw new Failure(output.trim());
}

/** Once per installation: the file says that it is done. */
async function seedDemo(root, dataDir, environment) {
	const done = path.join(dataDir, "demo-seeded");
	if (existsSync(done) || !existsSync(path.join(root, "server/demo/seed.ts"))) return;
	console.log("Filling the demo with data …");
	const { code, output } = await runTypeScript(root, "scripts/seed-demo.ts", { env: environment, quiet: true });
	if (isStopping()) return;
	if (code !== 0) throw new Failure(`The demo data could not be made.\n${output}`);
	writeFileSync(done, "");
}

function greet({ place, seconds, dataDir, root, environment }) {
	const shelter = dataDir && shelterInUse(path.join(dataDir, "database", "cluster"));
	const lines = [
		`Make Cats Free is ready at ${place.url} (${seconds.toFixed(1)} s)`,
		dataDir && environment.DEMO !== "off" && `  Demo: be anybody you like at ${place.url}/demo`,
		dataDir && `  Its data is in ${path.relative(root, dataDir) || "."}${path.sep}; \`npm run reset\` empties it.`,
		shelter &&
			`  (The database itself lies in ${shelter}: it can't run as root, and nobody else may enter this folder.)`,
		"  Ctrl-C stops it.",
	];
	console.log(`\n${lines.filter(Boolean).join("\n")}\n`);
}
