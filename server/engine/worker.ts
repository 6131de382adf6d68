import { systemNow } from "@/server/kernel/clock";
import { log } from "@/server/platform/log";
import { stopwatch } from "@/server/platform/metrics";
import type { Answer } from "./answers";
import { createBatcher } from "./batch";
import { type ClaimedTask, releaseTasks } from "./claim";
import { commitAnswers } from "./commit";
import { endsRunWell } from "./complete-runs";
import { leaseName, takeHandedOver } from "./handover";
import { callOf, outcomeOf } from "./protocol";
import type { FunctionSpec } from "./registry";
import type { EngineParts } from "./settings";
import { isBadData } from "./store";

/** How many answers are made durable at once. */
const BATCH = 100;
/** With more calls than this under way, an answer waits a little for others to be made durable with. */
const BUSY = 3;
const LINGER_MS = 4;
const COMMIT_ATTEMPTS = 6;

/** Makes the claimed calls of one instance and keeps their answers. */
export function createWorker({ sql, registry, call, settings }: EngineParts, instance: number) {
	// By the claim and not by the task's id: this instance may lose a task and claim it again while the first call goes on.
	const working = new Map<ClaimedTask, Promise<void>>();
	let abandoned = false;
	const answers = createBatcher<Answer>((batch) => commitAnswers(sql, registry, instance, batch), {
		most: BATCH,
		linger: () => (working.size > BUSY ? LINGER_MS : 0),
	});

	/** Says whether there may be something to call then that there was not before. */
	async function work(task: ClaimedTask): Promise<boolean> {
		const spec = registry.byId.get(task.functionId);
		const answer = spec && (await callOnce(task, spec));
		if (answer) await keep(answer);
		else if (!abandoned) await giveBack(task);
		return !answer || !endsRunWell(answer) || spec?.concurrency !== null;
	}

	async function callOnce(task: ClaimedTask, spec: FunctionSpec): Promise<Answer | null> {
		const lease = settings.checkpoints ? leaseName(task.id, instance) : null;
		const given = callOf({ ...task, address: spec.address, maxAttempts: spec.maxAttempts, lease });
		const stop = stopwatch("functionCalls");
		try {
			const outcome = outcomeOf(await call(given), task.attempt + 1 >= spec.maxAttempts);
			stop({ function: spec.id, outcome: outcome.kind });
			if (outcome.kind === "failed")
				log.error({ functionId: spec.id, runId: task.runId, err: outcome.error }, "run failed");
			const asked = outcome.kind === "retry" ? millisecondsUntil(outcome.after) : null;
			const retryMs = settings.backoff(task.attempt, asked);
			return { task, outcome, retryMs, handedOver: takeHandedOver(lease) };
		} catch (error) {
			takeHandedOver(lease);
			stop({ function: spec.id, outcome: "no answer" });
			log.warn({ functionId: spec.id, runId: task.runId, err: error }, "a call brought no answer and is made again");
			return null;
		}
	}

	async function keep(answer: Answer): Promise<void> {
		for (let attempt = 1; !abandoned; attempt++) {
			try {
				return await answers.add(answer);
			} catch (error) {
				// The call has been made: only the commit is repeated, for as long as the lease may last.
				if (attempt === COMMIT_ATTEMPTS) throw error;
				if (isBadData(error)) answer = failedBy(answer, error);
				else await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));
			}
		}
	}

	async function giveBack(task: ClaimedTask): Promise<void> {
		await new Promise((resolve) => setTimeout(resolve, settings.pollMs));
		await releaseTasks(sql, instance, [task.id]);
	}

	return {
		working: (): number => working.size,
		taskIds: (): string[] => [...working.keys()].map(({ id }) => id),
		/** Begins a call; `ended` is told when its answer is durable, or is lost, and whether that may open something to call. */
		begin(task: ClaimedTask, ended: (opens: boolean) => void): void {
			const done = work(task)
				.catch((error) => {
					log.error({ functionId: task.functionId, runId: task.runId, err: error }, "an answer was lost");
					return true;
				})
				.then((opens) => {
					working.delete(task);
					ended(opens);
				});
			working.set(task, done);
		},
		/** Resolves when the calls under way are done. */
		finish: async (): Promise<void> => void (await Promise.all(working.values())),
		/** From now on answers are thrown away, as when the process had died. */
		abandon(): void {
			abandoned = true;
		},
	};
}

/** The SDK says when to retry in seconds, or as an instant. */
function millisecondsUntil(after: string | null): number | null {
	if (after === null) return null;
	return /^\d+$/.test(after) ? Number(after) * 1000 : Math.max(0, new Date(after).getTime() - systemNow().getTime());
}

const failedBy = (answer: Answer, error: unknown): Answer => ({
	...answer,
	outcome: { kind: "failed", error: { name: "Error", message: `the answer can't be kept: ${String(error)}` } },
	handedOver: [],
});
