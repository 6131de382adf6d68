import { inOwnProcess } from "./own-process";

export type BenchResult = {
	name: string;
	value: number;
	unit: string;
	/** What it must be, in words. */
	bar: string;
	holds: boolean;
	note: string;
};

/**
 * The embedded engine's bars of spec/5-quality: from an event's commit to its reaction's commit at idle, and one-step runs a
 * second. In a process and on a PostgreSQL of their own, with everything durable.
 */
export const benchEvents = (): Promise<BenchResult[]> => inOwnProcess("engine-process.ts");
