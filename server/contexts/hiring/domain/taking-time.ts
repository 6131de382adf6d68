import { after, minutes } from "@/server/kernel/clock";

/** When a limit of so many minutes is over for somebody who may take so much longer. */
export const limitFrom = (start: Date, limit: number, extraPercent: number): Date =>
	after(start, Math.round((minutes(limit) * (100 + extraPercent)) / 100));

/** A section's own limit never reaches beyond the test's. */
export function sectionDeadline(
	openedAt: Date,
	{ limit, extraPercent, testDeadline }: { limit: number | null; extraPercent: number; testDeadline: Date },
): Date {
	if (limit === null) return testDeadline;
	const own = limitFrom(openedAt, limit, extraPercent);
	return own < testDeadline ? own : testDeadline;
}

/** By the server's clock: an answer counts until the limit and, for what is under way, through the grace after it. */
export const isInTime = (now: Date, deadline: Date, graceSeconds: number): boolean =>
	now <= after(deadline, graceSeconds * 1000);
