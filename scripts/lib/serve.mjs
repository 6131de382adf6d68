import path from "node:path";
import { ensureBuilt } from "./build.mjs";
import { withCheckout } from "./checkout.mjs";
import { beginDemo, discardUnfinishedDemo, fillDemo, restoreDemo } from "./demo.mjs";
import { databaseFolder } from "./embedded-database.mjs";
import { address, dataFolder, embeddedEnvironment, hasOutsideDatabase, outsideEnvironment } from "./environment.mjs";
import { Failure } from "./failure.mjs";
import { claimInstallation, prepare, startEmbedded } from "./installation.mjs";
import { identityOf } from "./lock.mjs";
import { isFree } from "./ports.mjs";
import { shelterInUse } from "./postgres-home.mjs";
import { beforeExit, isStopping, shutdown } from "./shutdown.mjs";
import { startWeb, webReady } from "./web.mjs";

/** Runs the whole application, `start` (built) or `dev`, until it is stopped. */
export async function serve(root, mode) {
	const began = performance.now();
	const dataDir = dataFolder(root);
	const place = address();
	const instance = hasOutsideDatabase() ? undefined : await claimInstallation(dataDir);
	await claimPort(place);
	if (mode === "start") await withCheckout(root, (lock) => ensureBuilt(root, lock));
	if (instance) await discardUnfinishedDemo(dataDir);
	const isDemo = instance && process.env.DEMO !== "off";
	const isNewDemo = isDemo && beginDemo(dataDir);
	const database = instance && (await startEmbedded(dataDir));
	if (database) stopWhenGone(database.exited, "The database has ended by itself.");
	// Whoever changes the code waits for no month of history, unless asked for.
	if (mode === "dev") process.env.DEMO_COMPANY ??= "still";
	const environment = database ? embeddedEnvironment(place, dataDir, database.url) : outsideEnvironment(place);
	if (isNewDemo) await restoreDemo(root, dataDir, environment);
	await prepare(root, environment);
	if (isStopping()) return;
	const web = startWeb(root, mode, environment, database?.pid);
	instance?.note({ ...place, children: [identityOf(web.pid)] });
	beforeExit(() => web.stop());
	stopWhenGone(web.exited, "The server has ended by itself.");
	await webReady(web, place.url);
	if (isStopping()) return;
	if (isDemo) await fillDemo(root, dataDir, environment);
	const seconds = (performance.now() - began) / 1000;
	greet({ place, seconds, dataDir: database && dataDir, root, environment });
	process.send?.({ ready: true, url: place.url });
}

async function claimPort({ host, port, url }) {
	if (await isFree(port, host)) return;
	throw new Failure(
		`Port ${port} is taken by another program, so ${url} can't be this one.\nChoose another port: PORT=${port + 1} npm start`,
	);
}

function stopWhenGone(exited, words) {
	exited.then(() => {
		if (isStopping()) return;
		console.error(`\n${words} Stopping.\n`);
		shutdown(1);
	});
}

function greet({ place, seconds, dataDir, root, environment }) {
	const demo = dataDir && environment.DEMO !== "off";
	const folder = dataDir?.startsWith(root) ? `${path.relative(root, dataDir)}${path.sep}` : dataDir;
	const shelter = dataDir && shelterInUse(databaseFolder(dataDir));
	const lines = [
		`Make Cats Free is ready at ${place.url} (${seconds.toFixed(1)} s)`,
		demo && `  Demo: be anybody you like at ${place.url}/demo`,
		dataDir && `  Its data is in ${folder}; \`npm run reset\` empties it.`,
		shelter &&
			`  (The database itself lies in ${shelter}: PostgreSQL can't run as root, nor enter this folder as another.)`,
		"  Ctrl-C stops it.",
	];
	console.log(`\n${lines.filter(Boolean).join("\n")}\n`);
}
