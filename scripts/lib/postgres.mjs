import { spawn } from "node:child_process";
import {
	chownSync,
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import path from "node:path";
import { postgresHome } from "./postgres-home.mjs";
import { commandOf, ended, isAlive, signal } from "./processes.mjs";
import { sleep } from "./wait.mjs";

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 20_000;
const ATTEMPTS = 20;
const RETRY_MS = 250;
const USER = "mcf";
const UNFINISHED = "unfinished";

const everyday = {
	listen_addresses: "127.0.0.1",
	unix_socket_directories: "",
	timezone: "UTC",
	log_timezone: "UTC",
	log_min_messages: "warning",
	max_connections: "150",
	jit: "off",
	// A search for two frequent words among a million orders keeps its places in 4 MB only block by block, and looks at every row again.
	work_mem: "32MB",
};

/**
 * Starts a PostgreSQL server on a folder and a port of 127.0.0.1, making the folder first if it is new.
 * A server that a killed starter left on the folder is stopped before, so no living one may own it.
 * The process has a session of its own: an interrupt from the keyboard reaches only its starter, who stops it in good order.
 */
export async function startPostgres({ dataDir, port, password, settings = {} }) {
	const home = postgresHome(path.resolve(dataDir));
	await stopOrphan(home.dataDir);
	if (!existsSync(path.join(home.dataDir, "PG_VERSION"))) await initialise(home, password);
	const child = await launch(home, { logFile: `${path.resolve(dataDir)}.log`, port, settings });
	removeUnfinished(home.dataDir);
	return {
		pid: child.pid,
		dataDir: home.dataDir,
		exited: new Promise((resolve) => child.once("exit", resolve)),
		url: (database) => urlOf(port, password, database),
		/** `fast` ends connections and writes everything; `immediate` does not write, for what is thrown away. */
		stop: (how = "fast") => stop(child.pid, how),
	};
}

/** Servants of a server that was killed may need a moment to notice that they have to go. */
async function launch(home, { logFile, port, settings }) {
	const options = Object.entries({ ...everyday, port: String(port), ...settings });
	const args = ["-D", home.dataDir, ...options.flatMap(([name, value]) => ["-c", `${name}=${value}`])];
	for (let attempt = 1; ; attempt++) {
		const log = openSync(logFile, "w", 0o640);
		const child = spawn(path.join(home.programs, "postgres"), args, {
			...home.owner,
			cwd: home.dataDir,
			detached: true,
			stdio: ["ignore", log, log],
			env: quietEnv(),
		});
		closeSync(log);
		try {
			await ready(child, home.dataDir);
			return child;
		} catch (cause) {
			const words = readFileSync(logFile, "utf8");
			if (words.includes("still in use") && attempt < ATTEMPTS) await sleep(RETRY_MS);
			else throw new Error(`PostgreSQL did not start in ${home.dataDir} on port ${port}.\n${words}`, { cause });
		}
	}
}

export const urlOf = (port, password, database) => `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;

/** Stops the server that still runs on a folder after its starter was killed; removes the mark of one that does not. */
export async function stopOrphan(dataDir) {
	const file = path.join(dataDir, "postmaster.pid");
	if (!existsSync(file)) return;
	const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
	if (isAlive(pid) && commandOf(pid).includes(dataDir)) await stop(pid, "fast");
	// The number may belong to a program of somebody else by now, and PostgreSQL would shy away from it.
	rmSync(file, { force: true });
}

async function stop(pid, how) {
	signal(pid, how === "immediate" ? "SIGQUIT" : "SIGINT");
	if (await ended(pid, STOP_TIMEOUT_MS)) return;
	signal(pid, "SIGQUIT");
	if (!(await ended(pid, STOP_TIMEOUT_MS))) throw new Error(`PostgreSQL (process ${pid}) does not stop`);
}

/** Made under another name first: a folder of the right name is a whole one, whatever was killed when. */
async function initialise({ programs, dataDir, owner }, password) {
	const draft = `${dataDir}.${UNFINISHED}-${process.pid}`;
	const passwordFile = `${draft}.password`;
	mkdirSync(draft, { recursive: true, mode: 0o700 });
	writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
	if (owner) for (const file of [draft, passwordFile]) chownSync(file, owner.uid, owner.gid);
	// Unicode by PostgreSQL itself: the same everywhere, whatever the system's locales are.
	const args = [
		...["--pgdata", draft, "--username", USER, "--auth", "scram-sha-256", "--pwfile", passwordFile],
		...["--encoding", "UTF8", "--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"],
		...["--no-sync", "--no-instructions"],
	];
	try {
		await run(path.join(programs, "initdb"), args, { ...owner, cwd: draft, env: quietEnv() });
		renameSync(draft, dataDir);
	} catch (error) {
		rmSync(draft, { recursive: true, force: true });
		throw error;
	} finally {
		rmSync(passwordFile, { force: true });
	}
}

/** What a start that was killed may have left. Its program may still be writing: then the next start gets it. */
function removeUnfinished(dataDir) {
	const folder = path.dirname(dataDir);
	for (const name of readdirSync(folder).filter((each) =>
		each.startsWith(`${path.basename(dataDir)}.${UNFINISHED}-`),
	)) {
		try {
			rmSync(path.join(folder, name), { recursive: true, force: true });
		} catch (error) {
			if (error.code !== "ENOTEMPTY") throw error;
		}
	}
}

const run = (program, args, options) =>
	new Promise((resolve, reject) => {
		const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
		let output = "";
		for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
		child.once("error", reject);
		child.once("close", (code) =>
			code === 0 ? resolve(output) : reject(new Error(`${path.basename(program)} failed (${code}):\n${output}`)),
		);
	});

/** PostgreSQL writes its own state into the eighth line of its pid file. */
async function ready(child, dataDir) {
	let failed;
	child.once("error", (error) => (failed = error));
	const end = performance.now() + START_TIMEOUT_MS;
	while (performance.now() < end) {
		if (failed) throw failed;
		if (child.exitCode !== null || child.signalCode !== null) throw new Error("it ended at once");
		const lines = readPidFile(dataDir);
		if (Number(lines[0]) === child.pid && lines[7]?.trim() === "ready") return;
		await sleep(10);
	}
	signal(child.pid, "SIGQUIT");
	throw new Error("it was not ready in time");
}

function readPidFile(dataDir) {
	try {
		return readFileSync(path.join(dataDir, "postmaster.pid"), "utf8").split("\n");
	} catch {
		return []; // not written yet
	}
}

/** PostgreSQL's programs heed PG* variables and the locale; nothing of the caller's shall change what they do. */
const quietEnv = () => ({
	PATH: process.env.PATH ?? "",
	LC_ALL: "C",
	...(process.env.TMPDIR && { TMPDIR: process.env.TMPDIR }),
});
