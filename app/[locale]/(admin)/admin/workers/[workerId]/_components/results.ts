type Counts = {
	completed: number;
	failed: number;
	noShow: number;
	cancelled: number;
	checkedIn: number;
	onTime: number;
};

const nothing: Counts = { completed: 0, failed: 0, noShow: 0, cancelled: 0, checkedIn: 0, onTime: 0 };

/** What all service types make together. */
export const sumOf = (rows: readonly Counts[]): Counts =>
	rows.reduce(
		(sum, row) => ({
			completed: sum.completed + row.completed,
			failed: sum.failed + row.failed,
			noShow: sum.noShow + row.noShow,
			cancelled: sum.cancelled + row.cancelled,
			checkedIn: sum.checkedIn + row.checkedIn,
			onTime: sum.onTime + row.onTime,
		}),
		nothing,
	);

/** Whole percents; null where there is nothing to divide by. */
export const percentOf = (part: number, whole: number): number | null =>
	whole === 0 ? null : Math.round((part / whole) * 100);
