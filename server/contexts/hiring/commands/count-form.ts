import { hostname } from "node:os";
import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { formMinutes } from "@/db/schema/hiring-applications";
import { perProcess } from "@/server/kernel/per-process";
import type { Ctx } from "@/server/platform/context";
import { log } from "@/server/platform/log";

const WRITE_EVERY_MS = 5_000;
const MINUTE_MS = 60_000;

type Counted = { minute: number; outcome: string; count: number };
const state = perProcess("form-outcomes", () => ({
	counts: new Map<string, Counted>(),
	timer: undefined as NodeJS.Timeout | undefined,
}));

/** Counts what became of the public form being sent: in memory, written down every few seconds, so that a flood writes no more. */
export function countForm({ clock }: Ctx, outcome: string): void {
	const minute = Math.floor(clock.systemNow().getTime() / MINUTE_MS) * MINUTE_MS;
	const key = `${minute} ${outcome}`;
	const counted = state.counts.get(key) ?? { minute, outcome, count: 0 };
	counted.count += 1;
	state.counts.set(key, counted);
	state.timer ??= setTimeout(() => {
		state.timer = undefined;
		writeFormCounts().catch((error) => log.warn({ err: error }, "the form's counts could not be written"));
	}, WRITE_EVERY_MS).unref();
}

/** Writes down what was counted since the last time. What can't be written now is written with the next. */
export async function writeFormCounts(): Promise<void> {
	const counted = [...state.counts.values()];
	state.counts.clear();
	if (counted.length === 0) return;
	const instance = `${hostname().slice(0, 32)} ${process.pid}`;
	try {
		await database()
			.insert(formMinutes)
			.values(counted.map(({ minute, outcome, count }) => ({ minute: new Date(minute), outcome, count, instance })))
			.onConflictDoUpdate({
				target: [formMinutes.minute, formMinutes.instance, formMinutes.outcome],
				set: { count: sql`${formMinutes.count} + excluded.count` },
			});
	} catch (error) {
		for (const { minute, outcome, count } of counted) {
			const key = `${minute} ${outcome}`;
			const since = state.counts.get(key);
			state.counts.set(key, { minute, outcome, count: count + (since?.count ?? 0) });
		}
		throw error;
	}
}
