import { rawSql } from "@/db/client";
import { perProcess } from "@/server/kernel/per-process";
import { followBusinessClock } from "@/server/platform/business-clock";
import { assertEnv, env } from "@/server/platform/env";
import { log } from "@/server/platform/log";
import { startRelay } from "../events/relay";
import { embedded, inngest } from "../inngest/client";
import { functions } from "../inngest/functions";
import { callInProcess, callOverLoopback, registerWithInngest } from "./callers";
import { startEngine } from "./engine";
import { createRegistry } from "./registry";
import { defaultSettings } from "./settings";

type Background = { stop(): Promise<void> };

const started = perProcess("background", (): { background?: Promise<Background | null> } => ({}));

/**
 * Starts what an instance does besides answering requests, once a process: it follows the business clock, and runs background
 * functions on the embedded engine, or hands events to Inngest where the environment has its keys. Throws when the
 * environment is not complete, or a function asks for what the engine can't do.
 */
export async function startInstance(): Promise<void> {
	assertEnv();
	started.background ??= start();
	await started.background;
}

async function start(): Promise<Background | null> {
	await followBusinessClock();
	if (env().FUNCTIONS === "none") return null;
	const background = embedded() ? await startEmbedded() : await startWithInngest();
	for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop(background));
	return background;
}

/** The web server stops by itself at the same signal. */
async function stop(background: Background): Promise<void> {
	try {
		await background.stop();
	} catch (error) {
		log.error({ err: error }, "the background work did not stop well; what was under way is done again");
	}
}

async function startEmbedded(): Promise<Background> {
	const development = process.env.NODE_ENV === "development";
	// The SDK reads the whole environment several times a call, and Node asks the system for each variable each time.
	if (!development) process.env = { ...process.env };
	return startEngine({
		sql: rawSql(),
		registry: await createRegistry(inngest, functions),
		call: development ? callOverLoopback(`http://localhost:${env().PORT}`) : callInProcess(inngest, functions),
		runs: ranBy(env().FUNCTIONS),
		settings: { ...defaultSettings, checkpoints: !development },
	});
}

/** Which functions an instance runs, by the contexts in its environment. */
export const ranBy =
	(contexts: string) =>
	(functionId: string): boolean =>
		contexts === "all" || contexts.split(",").includes(functionId.slice(0, functionId.indexOf("/")));

/** Inngest calls `/api/inngest` at the public address, and is told so at each start. */
async function startWithInngest(): Promise<Background> {
	const relay = await startRelay(rawSql(), (events) => inngest.send(events));
	registerWithInngest(inngest, functions, env().APP_URL).catch((error) =>
		log.error({ err: error }, "Inngest could not be told of the functions; sync the application there by hand"),
	);
	return relay;
}
