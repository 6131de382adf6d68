import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { serverFile } from "./build.mjs";
import { Failure } from "./failure.mjs";
import { ended, signal } from "./processes.mjs";
import { until } from "./wait.mjs";

const READY_TIMEOUT_MS = 180_000;
const STOP_TIMEOUT_MS = 15_000;
/** Longer than balancers keep a connection that nobody uses: else one may send on it what is closed at that moment. */
const KEEP_ALIVE_MS = 75_000;

/** Starts the web process: the built server, or the development one. It leads a group of its own and dies with this process. */
export function startWeb(root, mode, environment, databasePid) {
	const env = {
		...environment,
		HOSTNAME: environment.HOST,
		NODE_ENV: mode === "dev" ? "development" : "production",
		NEXT_TELEMETRY_DISABLED: "1",
		KEEP_ALIVE_TIMEOUT: String(KEEP_ALIVE_MS),
		SUPERVISED_DATABASE_PID: String(databasePid ?? ""),
	};
	const preload = ["--import", fileURLToPath(new URL("die-with-parent.mjs", import.meta.url))];
	const next = path.join(root, "node_modules/next/dist/bin/next");
	const program = mode === "dev" ? [next, "dev", "--hostname", env.HOST, "--port", env.PORT] : [serverFile(root)];
	// A request's short-lived objects fit more of it between two sweeps.
	const flags = ["--dns-result-order=ipv4first", "--max-semi-space-size=64"];
	const child = spawn(process.execPath, [...flags, ...preload, ...program], {
		cwd: root,
		env,
		detached: process.platform !== "win32",
		stdio: ["ignore", "inherit", "inherit", "ipc"],
	});
	const exited = new Promise((resolve) => child.once("exit", resolve));
	return {
		pid: child.pid,
		exited,
		async stop() {
			signal(child.pid, "SIGTERM");
			if (await ended(child.pid, STOP_TIMEOUT_MS)) return;
			signal(process.platform === "win32" ? child.pid : -child.pid, "SIGKILL");
			await exited;
		},
	};
}

/** Resolves when the server says that it is ready. */
export async function webReady(web, url) {
	let gone = false;
	web.exited.then(() => (gone = true));
	const answer = async () =>
		gone ||
		(await fetch(`${url}/api/health/ready`).then(
			({ ok }) => ok,
			() => false,
		));
	const ready = await until(answer, { timeoutMs: READY_TIMEOUT_MS, everyMs: 50 });
	if (gone) throw new Failure("The server ended instead of starting. Its words are above.");
	if (!ready) throw new Failure(`The server was not ready in time. Ask ${url}/api/health/ready what is wrong.`);
}
