import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

/** An instance that runs background functions, as a process of its own that may be killed. */
export type Instance = {
	signal(name: NodeJS.Signals): void;
	killAndRestart(): Promise<void>;
	stop(): Promise<void>;
};

/** Starts one and resolves when it works. `delivery` is how it treats events and answers. */
export async function startInstanceProcess(delivery: string | undefined): Promise<Instance> {
	let child = await begin(delivery);
	let stopped = false;
	return {
		signal: (name) => void child.kill(name),
		async killAndRestart() {
			if (child.exitCode === null && child.signalCode === null) {
				const gone = once(child, "exit");
				child.kill("SIGKILL");
				await gone;
			}
			if (!stopped) child = await begin(delivery);
		},
		async stop() {
			stopped = true;
			if (child.exitCode !== null || child.signalCode !== null) return;
			const gone = once(child, "exit");
			child.kill("SIGCONT");
			child.kill("SIGKILL");
			await gone;
		},
	};
}

async function begin(delivery: string | undefined): Promise<ChildProcess> {
	for (;;) {
		const child = fork(path.join(import.meta.dirname, "instance.ts"), [], {
			execArgv: ["--import", "tsx"],
			stdio: ["ignore", "ignore", "inherit", "ipc"],
			env: { ...process.env, FUNCTIONS: "all", CHAOS_DELIVERY: delivery ?? "" },
		});
		// Where the database is away at this moment it ends, as under any supervisor, and is started again.
		const [message] = await Promise.race([once(child, "message"), once(child, "exit").then(() => [null])]);
		if (message === "ready") return child;
	}
}
