type Ends = { completed: number; failed: number; cancelled: number; noShow: number };

export const sumOfEnds = (weeks: readonly Ends[]): Ends =>
	weeks.reduce(
		(sum, week) => ({
			completed: sum.completed + week.completed,
			failed: sum.failed + week.failed,
			cancelled: sum.cancelled + week.cancelled,
			noShow: sum.noShow + week.noShow,
		}),
		{ completed: 0, failed: 0, cancelled: 0, noShow: 0 },
	);

/** Whole percents; null where there is nothing to divide by. */
const percent = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part / whole) * 100));

/** Of all orders that ended, how many were done. */
export const completionRate = ({ completed, failed, cancelled }: Ends): number | null =>
	percent(completed, completed + failed + cancelled);

/** Of the orders to which somebody should have come, to how many nobody came. */
export const noShowRate = ({ completed, failed, noShow }: Ends): number | null => percent(noShow, completed + failed);
