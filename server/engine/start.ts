import { setTimeout as sleep } from "node:timers/promises";
import { rawSql } from "@/db/client";
import { minutes } from "@/server/kernel/clock";
import { perProcess } from "@/server/kernel/per-process";
import { followBusinessClock } from "@/server/platform/business-clock";
import { assertEnv, env } from "@/server/platform/env";
import { log } from "@/server/platform/log";
import { startRelay } from "../events/relay";
import { embedded, inngest } from "../inngest/client";
import { functions } from "../inngest/functions";
import { callInProcess, callOverLoopback, registerWithInngest } from "./callers";
import { startEngine } from "./engine";
import { houseRegistry } from "./house";
import { joinInstances } from "./instances";
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

/** For a server's start: where startInstance throws, the process ends and says why. The framework would go on with half of it. */
export async function startInstanceOrEnd(): Promise<void> {
	try {
		await startInstance();
	} catch (error) {
		process.stderr.write(`The server can't start. ${error instanceof Error ? error.message : String(error)}\n`);
		process.exit(1);
	}
}

async function start(): Promise<Background | null> {
	await followBusinessClock();
	// The web server stops by itself at the same signal.
	for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stopInstance());
	if (env().FUNCTIONS === "none") return shown(null);
	return embedded() ? startEmbedded() : shown(await startWithInngest());
}

/** Takes nothing new and resolves when what is under way is done. A second call does nothing. */
export async function stopInstance(): Promise<void> {
	const { background } = started;
	started.background = undefined;
	try {
		await (await background)?.stop();
	} catch (error) {
		log.error({ err: error }, "the background work did not stop well; what was under way is done again");
	}
}

const SHOW_LIFE_EVERY_MS = minutes(0.25);

/** An instance without an engine of its own takes its place among the others, too, so that the office sees it. */
async function shown(background: Background | null): Promise<Background> {
	const { FUNCTIONS: functions } = env();
	const instance = await joinInstances({ work: background ? "inngest" : "none", functions });
	const heart = setInterval(() => {
		instance.showLife().catch((error) => log.error({ err: error }, "this instance could not show that it lives"));
	}, SHOW_LIFE_EVERY_MS).unref();
	return {
		async stop() {
			clearInterval(heart);
			await background?.stop();
			await instance.leave();
		},
	};
}

async function startEmbedded(): Promise<Background> {
	const development = process.env.NODE_ENV === "development";
	// The SDK reads the whole environment several times a call, and Node asks the system for each variable each time.
	if (!development) process.env = { ...process.env };
	return startEngine({
		sql: rawSql(),
		registry: await houseRegistry(),
		call: development ? callOverLoopback(ownAddress()) : callInProcess(inngest, functions),
		contexts: env().FUNCTIONS,
		settings: { ...defaultSettings, checkpoints: !development },
	});
}

async function startWithInngest(): Promise<Background> {
	const relay = await startRelay(rawSql(), (events) => inngest.send(events));
	const patience = new AbortController();
	void tellInngest(patience.signal);
	return {
		async stop() {
			patience.abort();
			await relay.stop();
		},
	};
}

function ownAddress(): string {
	const { HOST, PORT } = env();
	return `http://${["0.0.0.0", "::"].includes(HOST) ? "localhost" : HOST}:${PORT}`;
}

const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = minutes(1);

/** Inngest calls `/api/inngest` at the public address, and is told so at each start, for as long as it takes. */
async function tellInngest(signal: AbortSignal): Promise<void> {
	for (let retry = FIRST_RETRY_MS; !signal.aborted; retry = Math.min(retry * 2, LONGEST_RETRY_MS)) {
		try {
			return await registerWithInngest(inngest, functions, env().APP_URL);
		} catch (error) {
			log.error({ err: error }, "Inngest could not be told of the functions and is told again later");
			await sleep(retry, undefined, { signal, ref: false }).catch(() => {});
		}
	}
}
