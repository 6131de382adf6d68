import { z } from "zod";
import { defineList } from "@/server/kernel/list";

/** `ordering.place`: a context and what was done in it. */
const action = z
	.string()
	.regex(/^[a-z][a-z-]*\.[a-z][a-z-]*$/)
	.max(80);
/** `order:<id>`, `account:<id>`, … */
const subject = z
	.string()
	.regex(/^[a-z][a-z-]*:[\w.:-]+$/)
	.max(120);
const isoDate = z
	.string()
	.regex(/^20\d\d-\d\d-\d\d$/)
	.pipe(z.iso.date());

/** The audit log, newest first. */
export const auditList = defineList({
	name: "audit",
	filters: {
		/** An account's id, or the name of a part of the house. */
		actor: z
			.string()
			.regex(/^[\w./-]+$/)
			.max(80),
		action,
		subject,
		/** Days of business time, both included. */
		from: isoDate,
		to: isoDate,
	},
	sorts: { at: ["instant", "id"] },
	sort: "at",
	order: "desc",
});
