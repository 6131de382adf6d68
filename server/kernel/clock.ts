/**
 * The two clocks. Business time rules deadlines, sleeps, cycles and periods, and is moved by the time machine in demo mode;
 * system time rules leases, backoff, sessions, rate limits, signatures and logs. Nothing else in the house asks what time it is.
 */
export type Clock = {
	/** Business time, an instant to the millisecond. */
	now(): Date;
	/** The machine's own time, an instant to the millisecond. */
	systemNow(): Date;
};

export const systemNow = (): Date => new Date();

/** A clock whose business time stands still, for tests and for deciding about one given instant. */
export const fixedClock = (at: Date | string): Clock => {
	const instant = new Date(at);
	return { now: () => new Date(instant), systemNow };
};

/** Business time as system time plus an offset in milliseconds that may change between two calls. */
export const offsetClock = (offsetMs: () => number): Clock => ({
	now: () => new Date(Date.now() + offsetMs()),
	systemNow,
});

export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => count * 3_600_000;
export const days = (count: number): number => count * 86_400_000;

/** The instant `ms` milliseconds after (or, negative, before) another. */
export const after = (instant: Date, ms: number): Date => new Date(instant.getTime() + ms);
