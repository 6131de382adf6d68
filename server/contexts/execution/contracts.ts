import { z } from "zod";
import { defineRefusals } from "@/server/kernel/errors";
import { fileId, orderId, workerId } from "@/server/kernel/ids";
import { idempotencyKey, moment, prose, requiredProse } from "@/server/kernel/text";
import { dayRange, weeklySpan } from "@/server/kernel/weekly-hours";
import { hoursOverlap, isTooLong, MOST_SPANS } from "./domain/availability";
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
	/** Other jobs lie in the days off now than the person was told. */
	day_off_jobs_changed: "CONFLICT",
	days_off_overlap: "CONFLICT",
	days_off_past: "PRECONDITION_FAILED",
	too_many_days_off: "PRECONDITION_FAILED",
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

/** Whose availability: workers name themselves. */
export const availabilityInput = z.object({ workerId });

const weeklyHours = z
	.array(weeklySpan)
	.max(MOST_SPANS)
	.refine((spans) => !hoursOverlap(spans), "hours_overlap");

export const setWeeklyHoursInput = z.object({
	workerId,
	/** The version that was on the screen; 0 when nothing had been said. */
	version: z.int().min(0).max(1_000_000),
	/** Null: always. */
	weeklyHours: weeklyHours.nullable(),
});

const days = dayRange.refine((range) => !isTooLong(range), { path: ["last"], message: "days_off_too_long" });

export const daysOffInput = z.object({ workerId, days });

export const takeDaysOffInput = z
	.object({
		workerId,
		days,
		/** The orders of which the person was told that somebody else will do them. */
		givesBack: z.array(orderId).max(200),
		/** As for every job that is given back. */
		reason: prose(1000),
		idempotencyKey,
	})
	.refine(({ givesBack, reason: said }) => givesBack.length === 0 || said !== "", {
		path: ["reason"],
		message: "reason_missing",
	});
