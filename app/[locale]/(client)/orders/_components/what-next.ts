import type { OrderState } from "@/server/contexts/ordering/contracts";
import { after, minutes } from "@/server/kernel/clock";
import { stepOf, steps } from "./progress";

type Going = { state: OrderState; startsAt: Date; durationMinutes: number };
type Kit = Parameters<typeof stepOf>[1];

export type WhatNext = { key: "looking" | "packing" | "coming" | "late" | "finishing" | "overtime"; by: Date };

/** What comes next for an order, and by when; nothing once it is over. What should have happened by then is late. */
export function whatNext({ state, startsAt, durationMinutes }: Going, kit: Kit, now: Date): WhatNext | null {
	const end = after(startsAt, minutes(durationMinutes));
	switch (steps[stepOf(state, kit)]) {
		case "looking":
			return { key: "looking", by: startsAt };
		case "assigned":
		case "supplies":
			return { key: now < startsAt ? "packing" : "late", by: startsAt };
		case "onTheWay":
			return { key: now < startsAt ? "coming" : "late", by: startsAt };
		case "underWay":
			return { key: now < end ? "finishing" : "overtime", by: end };
		default:
			return null;
	}
}
