import { z } from "zod";
import { defineRefusals } from "@/server/kernel/errors";
import { defineList } from "@/server/kernel/list";
import { idempotencyKey, line, requiredProse } from "@/server/kernel/text";

export const eventsRefusals = defineRefusals("events", {
	not_delivered_yet: "PRECONDITION_FAILED",
	of_an_old_form: "PRECONDITION_FAILED",
});

/** Every fact that contexts told each other. */
export const eventsList = defineList({
	name: "events",
	filters: {
		/** `context/entity.happened` */
		type: line(100),
		/** The context that told it. */
		owner: z.string().regex(/^[a-z]{1,40}$/),
		/** An event's id, or the id of what it is about: an order, a worker, an account … */
		search: line(200),
		/** Days of business time, both included. */
		from: z.iso.date(),
		to: z.iso.date(),
	},
	sorts: { at: ["instant", "amount"] },
	sort: "at",
	order: "desc",
});

export const eventInput = z.object({
	id: line(200),
	/** With the fields that the catalogue marks as personal. */
	personal: z.boolean().default(false),
});

export const replayInput = z.object({ id: line(200), reason: requiredProse(500), idempotencyKey });
