import { expect, it } from "vitest";
import { aDemand, aSample, ask, span } from "../testing";
import { freeForWholeDuration } from "./free-for-whole-duration";

const demand = aDemand({ during: span(0, 2) });

it.each([
	{ held: "nothing", calendar: [], free: true },
	{ held: "what ends as the order begins", calendar: [span(-1, 1)], free: true },
	{ held: "what begins as the order ends", calendar: [span(2, 1)], free: true },
	{ held: "the beginning", calendar: [span(-1, 1.5)], free: false },
	{ held: "the end, though not the beginning", calendar: [span(1.5, 1)], free: false },
	{ held: "a while in the middle", calendar: [span(0.5, 0.5)], free: false },
	{ held: "more than the whole", calendar: [span(-1, 4)], free: false },
])("with $held in the calendar: free is $free", ({ calendar, free }) => {
	const [refusal] = ask(freeForWholeDuration, [aSample({ calendar })], { demand });
	expect(refusal === null).toBe(free);
});

it("says until when the sample is busy", () => {
	const busy = aSample({ calendar: [span(-1, 1.5), span(1, 0.5)] });
	expect(ask(freeForWholeDuration, [busy], { demand })).toEqual([
		{ why: "booked", facts: { until: span(1, 0.5).to.toISOString() } },
	]);
});
