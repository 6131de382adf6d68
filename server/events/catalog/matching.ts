import { z } from "zod";
import { orderId, workerId } from "@/server/kernel/ids";
import { defineEvent } from "./_define";

export const workerMatched = defineEvent("matching/worker.matched", {
	version: 1,
	meaning: "The chain chose a worker and holds the time in the worker's calendar.",
	schema: z.object({
		orderId,
		workerId,
		/** The number of the match of this order, from 1; each gives back or keeps one reservation. */
		match: z.int().positive(),
		pipelineVersion: z.int().positive(),
		score: z.number(),
	}),
	subjects: ["orderId", "workerId"],
});

export const matchWaiting = defineEvent("matching/match.waiting", {
	version: 1,
	meaning: "Nobody can take the order yet; matching tries again when somebody becomes free.",
	schema: z.object({
		orderId,
		/** The match that is being looked for: the number that it will have. */
		match: z.int().positive(),
		/** Of one order it only grows, so that of two that come swapped the newer holds. */
		number: z.int().positive(),
		reason: z.enum(["nobody-in-pool", "nobody-suits", "everybody-booked"]),
	}),
	subjects: ["orderId"],
	visibleTo: { client: ["orderId"] },
});

export const replacementRequested = defineEvent("matching/replacement.requested", {
	version: 1,
	meaning:
		"A manager gives an assigned order to another worker; the time is held in both calendars until execution decides.",
	schema: z.object({
		orderId,
		/** Who is to take over. */
		workerId,
		replacedWorkerId: workerId,
		match: z.int().positive(),
		reason: z.string(),
	}),
	subjects: ["orderId", "workerId", "replacedWorkerId"],
});
