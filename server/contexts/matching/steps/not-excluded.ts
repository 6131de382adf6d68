import { z } from "zod";
import { defineFilter } from "../domain/step";

/** Keeps out who is not to come to this order: who failed the order that it copies, and who gave it back. */
export const notExcluded = defineFilter({
	id: "not-excluded",
	version: 1,
	params: z.strictObject({}),
	waitingReason: "nobody-suits",
	refuses: ({ sample }, { demand }) => (demand.excluded.includes(sample.id) ? { why: "excluded" } : null),
});
