import { z } from "zod";
import { defineFilter } from "../domain/step";

/** Lets through whose calendar is empty from the order's beginning to its end. Jobs that only touch do not overlap. */
export const freeForWholeDuration = defineFilter({
	id: "free-for-whole-duration",
	version: 1,
	params: z.strictObject({}),
	waitingReason: "everybody-booked",
	refuses: ({ sample }, { demand: { during } }) => {
		const overlapping = sample.calendar.filter(({ from, to }) => from < during.to && during.from < to);
		if (overlapping.length === 0) return null;
		const until = Math.max(...overlapping.map(({ to }) => to.getTime()));
		return { why: "booked", facts: { until: new Date(until).toISOString() } };
	},
});
