import { lot } from "@/server/kernel/lot";

type Pipeline = { status: "draft" | "shadow" | "active" | "retired"; ranFrom: Date | null };

/** A version is written over only while nothing has ever been decided or shown by it. */
export const mayBeWrittenOver = ({ status, ranFrom }: Pipeline): boolean => status === "draft" && ranFrom === null;

/** So many versions may run beside the active one: each costs about what matching costs. */
export const MOST_SHADOWS = 3;

/** Of all orders experiments may take so many percents together. */
export const MOST_OF_ORDERS = 50;

/**
 * Which version takes an order as an experiment, if one does: of a hundred parts of all orders each has as many as its percents.
 * An order always falls into the same part, so looking again changes nothing.
 */
export function versionFor(order: string, running: readonly { version: number; percent: number }[]): number | null {
	const part = lot("experiment", order) % 100;
	let upTo = 0;
	for (const { version, percent } of running.toSorted((a, b) => a.version - b.version)) {
		upTo += percent;
		if (part < upTo) return version;
	}
	return null;
}
