import { after, minutes } from "@/server/kernel/clock";

/** How many milliseconds "Issued" can still be taken back: a slip of the paw is noticed at once. By the machine's clock. */
export function undoIsOpenFor(
	{ issuedRecordedAt, startedAt }: { issuedRecordedAt: Date | null; startedAt: Date | null },
	undoSeconds: number,
	systemNow: Date,
): number {
	if (!issuedRecordedAt || startedAt) return 0;
	return Math.max(0, issuedRecordedAt.getTime() + undoSeconds * 1000 - systemNow.getTime());
}

/** When a kit has to be in its worker's paws; later than that it is late. */
export const kitIsDueAt = (startsAt: Date, kitDueMinutes: number): Date => after(startsAt, -minutes(kitDueMinutes));
