import type { WeeklySpan } from "@/server/kernel/weekly-hours";
import { type Weekday, weekdays } from "./weekdays";

export type SameDays = { days: { first: Weekday; last: Weekday }; spans: { from: string; to: string }[] };

/** Days in a row with the same hours together, in the order of the week; days without hours are left out. */
export function summaryOf(hours: readonly WeeklySpan[]): SameDays[] {
	const lines: SameDays[] = [];
	for (const weekday of weekdays) {
		const spans = hours.filter((span) => span.weekday === weekday).map(({ from, to }) => ({ from, to }));
		if (spans.length === 0) continue;
		const line = lines.at(-1);
		if (line && line.days.last === weekday - 1 && JSON.stringify(line.spans) === JSON.stringify(spans)) {
			line.days.last = weekday;
		} else lines.push({ days: { first: weekday, last: weekday }, spans });
	}
	return lines;
}
