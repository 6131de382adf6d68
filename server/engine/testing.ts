/**
 * How background functions are tested
 *
 *     const engine = await startTestEngine(executionFunctions);
 *     afterAll(() => engine.stop());
 *
 *     await placeOrder(ctx, …);              // commands publish to the outbox
 *     await engine.settle();                 // every reaction, and every reaction to those, has ended
 *     await engine.travelTo("2026-12-01T10:00:00Z"); // from timer to timer; sleepers wake, cycles tick
 *
 * - `{ twice: true }`: each event starts each function twice, at different moments and in any order.
 * - `{ repeated: true }`: the first answer of every call is lost after the function has done its work, as when the process is
 *   killed between a step and its commit; so every step runs at least twice.
 * - `await engine.kill()` in the middle of things, then `await engine.resume()`: what was under way is done again.
 * - `await engine.failures()`: runs that failed, and why. `settle()` throws them unless `{ failuresExpected: true }`.
 *
 * A test may give any functions: a context's own, those of several, or all of `@/server/inngest/functions`.
 */
import type { InngestFunction } from "inngest";
import { rawSql } from "@/db/client";
import { systemNow } from "@/server/kernel/clock";
import { followBusinessClock } from "@/server/platform/business-clock";
import { inngest } from "../inngest/client";
import { callInProcess } from "./callers";
import { type Engine, startEngine } from "./engine";
import type { Caller } from "./protocol";
import { createRegistry, type Registry } from "./registry";
import { defaultSettings, type EngineSettings } from "./settings";
import { advanceTo, idle, type LooksAt } from "./time-machine";

type Faults = { twice?: boolean; repeated?: boolean };

type Options = Faults & {
	/** As in the environment's `FUNCTIONS`. */
	contexts?: string;
	failuresExpected?: boolean;
	settings?: Partial<EngineSettings>;
	/** Where travelling stops for cycles that only look; at every hour unless given. */
	looksAt?: LooksAt;
};

type Failure = { functionId: string; runId: string; error: unknown };

/** Soon again, but on a busy machine a fact may be early for seconds. */
const soon = (attempt: number): number => Math.min(25 * 1.5 ** attempt, 500);
const quick: EngineSettings = { ...defaultSettings, pollMs: 20, leaseMs: 5000, backoff: soon };
const LONGEST_DELAY_MS = 25;

/** Starts the embedded engine over some functions on the test file's database, quick to retry and to look again. */
export async function startTestEngine(functions: readonly InngestFunction.Any[], options: Options = {}) {
	await followBusinessClock();
	const settings = { ...quick, ...options.settings, ...(options.repeated && { checkpoints: false }) };
	const asked = await createRegistry(inngest, functions);
	const registry = options.twice ? eachTwice(asked) : asked;
	const call = faulty(callInProcess(inngest, functions), options);
	const begin = () => startEngine({ sql: rawSql(), registry, call, contexts: options.contexts ?? "all", settings });
	const since = systemNow();
	let engine: Engine = await begin();

	async function failures(): Promise<Failure[]> {
		return rawSql()<Failure[]>`
			select function_id as "functionId", id as "runId", output as error from engine.runs
			where status = 'failed' and ended_at >= ${since}`;
	}

	async function refuseFailures(): Promise<void> {
		const failed = options.failuresExpected ? [] : await failures();
		if (failed.length > 0) throw new Error(`runs failed: ${JSON.stringify(failed, null, "\t")}`);
	}

	return {
		/** Resolves when every event has had all its effects. Throws when a run failed or did not end. */
		async settle(timeoutMs = 15_000): Promise<void> {
			await idle({ timeoutMs });
			await refuseFailures();
		},
		/** Business time moves to the instant, timer by timer, each finished before the next. */
		async travelTo(instant: Date | string, timeoutMs = 15_000): Promise<void> {
			await advanceTo(new Date(instant), { timeoutMs, looksAt: options.looksAt });
			await refuseFailures();
		},
		failures,
		/** The process dies, as far as the engine can tell. */
		kill: () => engine.abandon(),
		/** Another instance comes up and takes over. */
		async resume(): Promise<void> {
			engine = await begin();
		},
		stop: () => engine.stop(),
	};
}

/** As when the transport delivers each event twice: both copies start a run of their own. */
const eachTwice = (registry: Registry): Registry => ({
	...registry,
	startedBy: (event) =>
		registry
			.startedBy(event)
			.flatMap(({ spec, key }) => [{ spec, key }, ...(spec.idempotency ? [] : [{ spec, key: `${key}:again` }])]),
});

function faulty(call: Caller, { twice, repeated }: Faults): Caller {
	const lost = new Set<string>();
	return async (given) => {
		if (twice) await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_DELAY_MS));
		const answer = await call(given);
		const what = `${given.body.ctx.run_id} ${given.step} ${Object.keys(given.body.steps).length}`;
		if (!repeated || lost.has(what)) return answer;
		lost.add(what);
		throw new Error("the answer is lost, as the test asked");
	};
}
