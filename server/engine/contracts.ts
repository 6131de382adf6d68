import { z } from "zod";
import { defineRefusals } from "@/server/kernel/errors";
import { defineList } from "@/server/kernel/list";
import { line, requiredProse } from "@/server/kernel/text";

export const engineRefusals = defineRefusals("engine", {
	nothing_to_retry: "CONFLICT",
	unknown_function: "PRECONDITION_FAILED",
});

export const runStates = ["running", "completed", "failed", "cancelled"] as const;
export type RunState = (typeof runStates)[number];

/** Every run of a background function that is still kept. */
export const runsList = defineList({
	name: "runs",
	filters: {
		state: z.enum(runStates),
		/** `context/verb-noun` */
		function: line(200),
		/** A run's or an event's id, or the id of what the event is about. */
		search: line(200),
		/** Days of system time, both included. */
		from: z.iso.date(),
		to: z.iso.date(),
	},
	sorts: { started: ["id"] },
	sort: "started",
	order: "desc",
});

export const runInput = z.object({ id: z.uuid() });

export const retryInput = z.object({ id: z.uuid(), reason: requiredProse(500) });
