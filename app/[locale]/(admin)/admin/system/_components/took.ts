/** The time between two moments in seconds, to the thousandth. */
export const took = (from: Date, to: Date): { seconds: number } => ({
	seconds: Math.max(0, to.getTime() - from.getTime()) / 1000,
});
