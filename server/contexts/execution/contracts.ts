import { z } from "zod";
import { defineRefusals } from "@/server/kernel/errors";
import { fileId, orderId, workerId } from "@/server/kernel/ids";
import { idempotencyKey, moment, requiredProse } from "@/server/kernel/text";
import { giveUpConsequences, outcomes } from "./domain/job";

export const executionRefusals = defineRefusals("execution", {
	/** `from`: the first moment, in milliseconds of the epoch. */
	too_early: "PRECONDITION_FAILED",
	kit_not_issued: "PRECONDITION_FAILED",
	already_started: "CONFLICT",
	not_started: "CONFLICT",
	already_ended: "CONFLICT",
	not_ended: "CONFLICT",
	nobody_assigned: "CONFLICT",
	nothing_to_correct: "CONFLICT",
	/** What giving up amounts to has changed since the worker was told. */
	consequence_changed: "CONFLICT",
});

const reason = requiredProse(1000);

export const jobInput = z.object({ orderId });

export const startJobInput = z.object({ orderId, photoId: fileId, idempotencyKey });
export const finishJobInput = z.object({ orderId, reportPhotoId: fileId, idempotencyKey });
export const giveUpJobInput = z.object({
	orderId,
	reason,
	/** What the worker was told that it amounts to. */
	consequence: z.enum(giveUpConsequences),
	idempotencyKey,
});

/** A manager's decision about a job, which always has a reason. */
export const overrideInput = z.object({ orderId, reason, idempotencyKey });

export const correctEndingInput = z.object({
	orderId,
	/** The number of the ending that the manager saw and found wrong. */
	ending: z.int().min(1).max(1000),
	outcome: z.enum(outcomes),
	reason,
	idempotencyKey,
});

const cursor = z.object({ startsAt: moment, orderId });
const page = { cursor: cursor.nullish(), limit: z.int().min(1).max(50).default(20) };

export const listUpcomingInput = z.object(page);
export const listHistoryInput = z.object({ outcome: z.enum(outcomes).nullish(), ...page });

export const workerResultsInput = z.object({ workerId });

/** One calendar week of a worker: the one that the day belongs to. */
export const workerWeekInput = z.object({ workerId, day: moment });
