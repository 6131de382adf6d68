type Looking = { state: "open" | "waiting" | "matched" | "ended"; startsAt: Date | null };

/** An order is matched while it looks for a sample: not twice, and not after its end. */
export const isLooking = ({ state }: Looking): boolean => state === "open" || state === "waiting";

/** Whose start has passed is not matched any more: nobody could come in time. */
export const hasNotBegun = ({ startsAt }: Looking, now: Date): boolean => startsAt !== null && startsAt > now;
