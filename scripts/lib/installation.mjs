import path from "node:path";
import { runTypeScript } from "./command.mjs";
import { startDatabase } from "./embedded-database.mjs";
import { Failure } from "./failure.mjs";
import { endChildrenOf, holderOf, takeLock } from "./lock.mjs";
import { secretsOf } from "./secrets.mjs";
import { beforeExit, uninterrupted } from "./shutdown.mjs";

const lockFile = (dataDir) => path.join(dataDir, "instance.json");

/** The notes of the process that runs the embedded installation in a folder, if one does. */
export const runningIn = (dataDir) => holderOf(lockFile(dataDir));

/** An embedded installation runs once: claims it for this process, and ends what a killed one has left behind. */
export async function claimInstallation(dataDir) {
	const { lock, left, holder } = takeLock(lockFile(dataDir));
	if (holder) {
		throw new Failure(
			`It runs already${holder.url ? ` at ${holder.url}` : ""} (process ${holder.pid}), with its data in ${dataDir}.\n` +
				"Stop that one first, or start another beside it: PORT=3001 DATA_DIR=.data/second npm start",
		);
	}
	beforeExit(() => lock.release());
	await endChildrenOf(left);
	return lock;
}

/** Starts the embedded database of an installation that this process has claimed. It is stopped before this process ends. */
export const startEmbedded = (dataDir) =>
	uninterrupted(async () => {
		const database = await startDatabase(dataDir, secretsOf(dataDir).POSTGRES_PASSWORD);
		beforeExit(() => database.stop());
		return database;
	});

/** Checks the environment, migrates, lays the reference data. */
export async function prepare(root, environment) {
	const { code, output } = await runTypeScript(root, "scripts/prepare.ts", { env: environment, quiet: true });
	if (code !== 0) throw new Failure(output.trim());
}
