import { hours, minutes } from "@/server/kernel/clock";
import type { Caller } from "./protocol";
import type { Registry } from "./registry";
import type { Sql } from "./store";

/** Times in milliseconds of system time. */
export type EngineSettings = {
	/** How many calls this instance makes at once. */
	slots: number;
	/** After this long without a sign of life another instance takes a call over. */
	leaseMs: number;
	/** The slow poll behind the notifications, and how exact timers are. */
	pollMs: number;
	/** How long to wait before the next attempt; `attempt` counts from 0, `asked` is what the function itself asked for. */
	backoff: (attempt: number, asked: number | null) => number;
	/** Whether the SDK hands over each step's result while the call goes on, instead of being called for each step. */
	checkpoints: boolean;
};

const FIRST_RETRY = 1000;
const LONGEST_RETRY = hours(1);

/** Doubles from a second to an hour, a tenth more or less, so that what failed together does not come back together. */
const exponential = (attempt: number): number =>
	Math.min(FIRST_RETRY * 2 ** attempt, LONGEST_RETRY) * (0.9 + Math.random() * 0.2);

export const defaultSettings: EngineSettings = {
	slots: 24,
	leaseMs: minutes(0.5),
	pollMs: 500,
	backoff: (attempt, asked) => asked ?? exponential(attempt),
	checkpoints: true,
};

/** What an instance is made of. */
export type EngineParts = {
	sql: Sql;
	registry: Registry;
	call: Caller;
	/** Whose functions this instance runs, as in `FUNCTIONS`. Events start runs of all of them all the same. */
	contexts: string;
	settings: EngineSettings;
};
