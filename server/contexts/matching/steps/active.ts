import { z } from "zod";
import { defineFilter } from "../domain/step";

/** Lets through who is in the pool now. */
export const active = defineFilter({
	id: "active",
	version: 1,
	params: z.strictObject({}),
	waitingReason: "nobody-in-pool",
	refuses: ({ sample }) => (sample.active ? null : { why: "not-active" }),
});
