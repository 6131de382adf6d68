import { z } from "zod";
import { clientId, fileId, orderId, workerId } from "@/server/kernel/ids";
import { dayRange, weeklySpan } from "@/server/kernel/weekly-hours";
import { defineEvent } from "./_define";
import { assignmentNumber, endingNumber, instantText, outcome } from "./_parts";

export const jobStarted = defineEvent("execution/job.started", {
	version: 1,
	meaning: "The worker checked in and began.",
	schema: z.object({
		orderId,
		clientId,
		workerId,
		assignment: assignmentNumber,
		at: instantText,
		photoId: fileId,
		/** Whether execution took the kit for issued at the start; if not, a manager let the worker start without it. */
		kitIssued: z.boolean().default(true),
	}),
	subjects: ["orderId", "clientId", "workerId"],
	visibleTo: { client: ["orderId", "at"], worker: ["orderId", "at", "photoId"] },
});

export const jobReleased = defineEvent("execution/job.released", {
	version: 1,
	meaning: "The worker gave the job back early enough for another to take it.",
	schema: z.object({
		...{ orderId, clientId, workerId, assignment: assignmentNumber, reason: z.string(), at: instantText },
		/** A manager gave the job to somebody else: the worker did not give it back. */
		withdrawn: z.boolean().default(false),
	}),
	subjects: ["orderId", "clientId", "workerId"],
	visibleTo: { worker: ["orderId", "reason", "at"] },
});

export const jobOverdue = defineEvent("execution/job.overdue", {
	version: 1,
	meaning: "A started job should have been finished long ago; a manager decides.",
	schema: z.object({ orderId, clientId, workerId, assignment: assignmentNumber, at: instantText }),
	subjects: ["orderId", "clientId", "workerId"],
});

/** No worker and no assignment: nobody had been assigned when the order ended, so it is not payable. */
const ended = {
	orderId,
	orderNumber: z.int().positive(),
	clientId,
	workerId: workerId.nullable(),
	assignment: assignmentNumber.nullable(),
	ending: endingNumber,
	at: instantText,
};

export const failureReason = z.enum(["never-staffed", "no-show", "gave-up", "decided-by-manager"]);

export const jobCompleted = defineEvent("execution/job.completed", {
	version: 1,
	meaning: "The job is done and the client has signed.",
	schema: z.object({ ...ended, reportPhotoId: fileId.nullable() }),
	subjects: ["orderId", "clientId", "workerId"],
	visibleTo: { client: ["orderId", "at"], worker: ["orderId", "at", "reportPhotoId"], warehouse: ["orderId", "at"] },
});

export const jobFailed = defineEvent("execution/job.failed", {
	version: 1,
	meaning: "The job failed.",
	schema: z.object({ ...ended, reason: failureReason, words: z.string() }),
	subjects: ["orderId", "clientId", "workerId"],
	visibleTo: { client: ["orderId", "at", "reason"], worker: ["orderId", "at", "reason"], warehouse: ["orderId", "at"] },
});

export const jobCancelled = defineEvent("execution/job.cancelled", {
	version: 1,
	meaning: "The job was cancelled.",
	schema: z.object({ ...ended, by: z.enum(["client", "manager"]), reason: z.string() }),
	subjects: ["orderId", "clientId", "workerId"],
	visibleTo: { client: ["orderId", "at", "by"], worker: ["orderId", "at", "by"], warehouse: ["orderId", "at"] },
});

export const jobCorrected = defineEvent("execution/job.corrected", {
	version: 1,
	meaning: "The job's ending was wrong and is now another one.",
	schema: z.object({
		...ended,
		/** The outcome that was in force until now, with the number before this ending's. */
		earlier: outcome,
		outcome,
		by: z.string(),
		reason: z.string(),
	}),
	subjects: ["orderId", "clientId", "workerId"],
	visibleTo: { client: ["orderId", "at", "outcome"], worker: ["orderId", "at", "outcome", "reason"] },
});

export const cancellationRefused = defineEvent("execution/cancellation.refused", {
	version: 1,
	meaning: "The order could not be cancelled any more.",
	schema: z.object({ orderId, clientId, why: z.enum(["already-started", "already-ended"]) }),
	subjects: ["orderId", "clientId"],
	visibleTo: { client: ["orderId", "why"] },
});

export const replacementRefused = defineEvent("execution/replacement.refused", {
	version: 1,
	meaning: "It was too late to give the job to somebody else.",
	schema: z.object({
		...{ orderId, clientId, workerId, match: z.int().positive() },
		why: z.enum(["already-started", "already-ended", "kit-issued", "time-has-come", "not-theirs-any-more"]),
	}),
	subjects: ["orderId", "clientId", "workerId"],
});

export const availabilityChanged = defineEvent("execution/availability.changed", {
	version: 1,
	meaning: "When a worker can be given jobs is now like this.",
	kind: "replication",
	schema: z.object({
		workerId,
		version: z.int().positive(),
		/** By the clock of the business time zone; null where none were stated, which is always. */
		weeklyHours: z.array(weeklySpan).nullable(),
		/** Today's and coming ones, the first first. */
		daysOff: z.array(dayRange),
	}),
	subjects: ["workerId"],
	visibleTo: { worker: ["workerId", "weeklyHours", "daysOff"] },
});
