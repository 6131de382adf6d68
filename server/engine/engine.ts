import { listeningSql } from "@/db/client";
import { minutes, systemNow } from "@/server/kernel/clock";
import { createBell } from "@/server/platform/bell";
import { BUSINESS_CLOCK_CHANNEL } from "@/server/platform/business-clock";
import { log } from "@/server/platform/log";
import { countDispatched } from "@/server/platform/metrics";
import { OUTBOX_CHANNEL } from "../events/publish";
import { claimTasks } from "./claim";
import { DISPATCH_BATCH, dispatchEvents } from "./dispatch";
import { freeLeasesOfTheDead, joinInstances } from "./instances";
import { forgetOldRuns } from "./old-runs";
import { ranBy } from "./registry";
import type { EngineParts } from "./settings";
import { ENGINE_CHANNEL } from "./store";
import { fireTimers, scheduleCrons } from "./timers";
import { createWorker } from "./worker";

export type Engine = {
	instance: number;
	/** Takes nothing new, finishes the calls under way, and leaves. */
	stop(): Promise<void>;
	/** Leaves at once, as when the process is killed: no answer of a call under way is kept. For tests. */
	abandon(): Promise<void>;
};

const LOOK_FOR_THE_DEAD_MS = 2000;
const FORGET_EVERY_MS = minutes(5);
const AFTER_AN_ERROR_MS = 500;

/**
 * Starts the embedded engine: one loop that turns events into runs, does what business time has made due, and makes the calls
 * that are due. Any number of instances may run on one database.
 */
export async function startEngine(parts: EngineParts): Promise<Engine> {
	const { sql, registry, settings, contexts } = parts;
	const functionIds = registry.functions.map(({ id }) => id).filter(ranBy(contexts));
	const instance = await joinInstances({ work: "embedded", functions: contexts });
	await scheduleCrons(sql, registry);
	const worker = createWorker(parts, instance.number);
	const bell = createBell();
	const timers = everySoOften(settings.pollMs);
	const events = everySoOften(settings.pollMs);
	const dead = everySoOften(LOOK_FOR_THE_DEAD_MS);
	const old = everySoOften(FORGET_EVERY_MS);
	let stopping = false;
	/** Whether there may be due calls that no slot was free for. */
	let saturated = false;

	/** Does what there is to do. Says whether there may be more of it already. */
	async function turn(): Promise<boolean> {
		if (dead.due()) {
			await instance.showLife();
			await freeLeasesOfTheDead(sql);
		}
		if (old.due()) await forgetOldRuns(sql);
		const fired = timers.due() ? await fireTimers(sql, registry) : 0;
		if (fired > 0) timers.hurry();
		const dispatched = events.due() ? await dispatchEvents(sql, registry) : 0;
		countDispatched(dispatched);
		if (dispatched === DISPATCH_BATCH) events.hurry();
		const free = stopping ? 0 : settings.slots - worker.working();
		const { tasks, more } = await claimTasks(sql, {
			instance: instance.number,
			functionIds,
			count: free,
			leaseMs: settings.leaseMs,
		});
		saturated = tasks.length === free;
		for (const task of tasks) worker.begin(task, ended);
		const leftToOthers = saturated || functionIds.length < registry.functions.length;
		if (fired + dispatched > 0 && leftToOthers) await sql.notify(ENGINE_CHANNEL, "");
		return fired > 0 || dispatched === DISPATCH_BATCH || (more && !saturated);
	}

	/** Most calls end and leave nothing to be called. */
	const ended = (opens: boolean): void => {
		if (opens || saturated) bell.ring();
	};

	async function loop(): Promise<void> {
		while (!stopping) {
			try {
				if (!(await turn())) await bell.sleep(settings.pollMs);
			} catch (error) {
				log.error({ err: error }, "the engine's loop failed and goes on");
				await bell.sleep(AFTER_AN_ERROR_MS);
			}
		}
	}

	const soon = (look: { hurry(): void }) => () => {
		look.hurry();
		bell.ring();
	};
	const bells = listeningSql();
	const listeners = await Promise.all([
		bells.listen(OUTBOX_CHANNEL, soon(events), soon(events)),
		bells.listen(ENGINE_CHANNEL, bell.ring),
		bells.listen(BUSINESS_CLOCK_CHANNEL, soon(timers)),
	]);
	const heart = setInterval(() => {
		const ids = worker.taskIds();
		instance
			.renewLeases(ids, settings.leaseMs)
			.catch((error) => log.error({ err: error }, "leases could not be renewed"));
	}, settings.leaseMs / 3);
	const running = loop();

	async function leave(finish: () => Promise<void>): Promise<void> {
		stopping = true;
		bell.ring();
		await running;
		await finish();
		clearInterval(heart);
		await Promise.all(listeners.map(({ unlisten }) => unlisten()));
		await instance.leave();
	}

	return {
		instance: instance.number,
		stop: () => leave(worker.finish),
		abandon: () => {
			worker.abandon();
			return leave(async () => {});
		},
	};
}

function everySoOften(ms: number) {
	let next = 0;
	return {
		due(): boolean {
			const now = systemNow().getTime();
			if (now < next) return false;
			next = now + ms;
			return true;
		},
		hurry(): void {
			next = 0;
		},
	};
}
