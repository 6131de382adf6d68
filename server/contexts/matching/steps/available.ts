import { z } from "zod";
import { addDays } from "@/server/kernel/calendar";
import { type DayRange, dayOffTouched, withinHours } from "@/server/kernel/weekly-hours";
import { defineFilter, type Facts } from "../domain/step";

/** Lets through who works then: within the weekly hours from beginning to end, and on no day off. */
export const available = defineFilter({
	id: "available",
	version: 1,
	name: { en: "Works at that time", ru: "Работает в это время" },
	about: {
		en: "Keeps out who has a day off then, or whose weekly hours do not cover the whole job. Who has stated no hours works always.",
		ru: "Отсеивает тех, у кого в этот день выходной или чьи рабочие часы не покрывают заказ целиком. Если часы не указаны, работник доступен всегда.",
	},
	params: z.strictObject({}),
	waitingReason: "everybody-booked",
	reasons: {
		"day-off": { en: "has a day off until {until}", ru: "отдыхает до {until}" },
		"out-of-hours": { en: "does not work at that time", ru: "не работает в это время" },
	},
	refuses: ({ hours, daysOff }, { demand: { pieces } }) => {
		if (daysOff.length > 0 && dayOffTouched(daysOff, pieces)) return "day-off";
		return hours === null || withinHours(hours, pieces) ? null : "out-of-hours";
	},
	facts: ({ daysOff }, { demand: { pieces } }) => {
		const touched = dayOffTouched(daysOff, pieces);
		const facts: Facts = touched ? { until: backOn(touched) } : {};
		return facts;
	},
});

const backOn = ({ last }: DayRange): string => addDays(last, 1);
