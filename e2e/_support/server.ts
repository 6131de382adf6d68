import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { freePort } from "../../scripts/lib/ports.mjs";
import { isAlive } from "../../scripts/lib/processes.mjs";
import { scratchFolder } from "../../scripts/lib/scratch.mjs";

/** A Monday after a week and a month have ended: there are invoices and payouts, on whatever day the tests are run. */
const PRESENT = "2027-02-01T10:20:00+03:00";
const READY_WITHIN_MS = 240_000;
const root = path.resolve(import.meta.dirname, "../..");

type Options = {
	/** Variables over those of a plain start: DATABASE_URL for an outside database, FUNCTIONS, … */
	env?: Record<string, string>;
	/** Where the embedded installation lies; a new folder if none is given. Give one again to start it again. */
	dataDir?: string;
	port?: number;
	/** Instead of starting the script itself. */
	command?: [program: string, ...args: string[]];
};

export type AppServer = {
	url: string;
	port: number;
	dataDir: string;
	/** The process of `npm start`, which leads the web process and the database. */
	process: ChildProcess;
	/** Everything that it has said so far. */
	output(): string;
	/** Stops it as Ctrl-C does, and waits until it is gone. */
	stop(): Promise<number | null>;
	exited: Promise<number | null>;
};

const PREFIX = "mcf-e2e-";
const scratch = scratchFolder();

/** A new folder for an installation. Whoever makes it removes it. Its name holds the process of the run. */
export function newDataDir(where = scratch): string {
	const run = process.env.E2E_RUN ?? process.pid;
	const folder = mkdtempSync(path.join(where, `${PREFIX}${run}-`));
	chmodSync(folder, 0o755);
	return folder;
}

export const removeDataDir = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** A run that was killed could not tidy up. */
export function sweepAbandoned(): void {
	for (const name of readdirSync(scratch)) {
		const run = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
		if (run && !isAlive(run)) removeDataDir(path.join(scratch, name));
	}
}

/**
 * Starts the application as `npm start` does, on a port of its own, and waits until it is ready and its demo data is there.
 * Several may run at once: each with its own folder, or all on one outside database. Throws with its words when it fails.
 */
export async function startServer(options: Options = {}): Promise<AppServer> {
	const server = await launchServer(options);
	const failed = server.exited.then((code) => {
		throw new Error(`The server ended (${code}) instead of starting:\n${server.output()}`);
	});
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(
			() => reject(new Error(`The server was not ready in time:\n${server.output()}`)),
			READY_WITHIN_MS,
		);
	});
	try {
		await Promise.race([failed, late, new Promise((resolve) => server.process.once("message", resolve))]);
		failed.catch(() => {}); // from here on it may end as it likes: that is what `exited` tells
		return server;
	} catch (error) {
		server.process.kill("SIGKILL");
		throw error;
	} finally {
		clearTimeout(timer);
	}
}

/** Starts the application and does not wait for anything: for a start that is expected to fail. */
export async function launchServer({ env, dataDir = newDataDir(), port, command }: Options = {}): Promise<AppServer> {
	const listenOn = port ?? (await freePort());
	const [program, ...args] = command ?? [process.execPath, path.join(root, "scripts/start.mjs")];
	const child = spawn(program, args, {
		cwd: root,
		env: {
			...inherited(),
			DEMO_COMPANY: "still",
			DEMO_PRESENT: PRESENT,
			CARD_SANDBOX_PATIENCE_MS: "1500",
			DATA_DIR: dataDir,
			PORT: String(listenOn),
			...env,
		},
		stdio: ["ignore", "pipe", "pipe", "ipc"],
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += String(chunk)));
	const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
	return {
		url: `http://localhost:${listenOn}`,
		port: listenOn,
		dataDir,
		process: child,
		output: () => output,
		exited,
		stop() {
			child.kill("SIGTERM");
			return exited;
		},
	};
}

/** The environment without what is only the test runner's. */
function inherited(): NodeJS.ProcessEnv {
	const { NODE_OPTIONS, NODE_ENV, FORCE_COLOR, npm_lifecycle_event, ...rest } = process.env;
	return { ...rest, NODE_ENV: "production" };
}
