type Pipeline = { status: "draft" | "shadow" | "active" | "retired"; ranFrom: Date | null };

/** A version is written over only while nothing has ever been decided or shown by it. */
export const mayBeWrittenOver = ({ status, ranFrom }: Pipeline): boolean => status === "draft" && ranFrom === null;

/** So many versions may run beside the active one: each costs about what matching costs. */
export const MOST_SHADOWS = 3;

/** Of all orders experiments may take so many percents together. */
export const MOST_OF_ORDERS = 50;
