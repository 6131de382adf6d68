import type { ClaimedTask } from "./claim";
import type { Outcome } from "./protocol";
import type { StoredStep } from "./store";

/** What a call found, to be made durable. `retryMs` is there for when the outcome is to try again. */
export type Answer = { task: ClaimedTask; outcome: Outcome; retryMs: number; handedOver: StoredStep[] };

/** The results that came with an answer, and those handed over before it. */
export const stepsOf = ({ task, outcome, handedOver }: Answer): StoredStep[] => {
	const found = "found" in outcome ? outcome.found : [];
	return [
		...handedOver,
		...found.flatMap((one) =>
			one.kind === "result" ? [{ runId: task.runId, stepId: one.stepId, name: one.name, result: one.result }] : [],
		),
	];
};
