import { advanceTo, beginTimeAt, idle } from "@/server/engine/time-machine";
import { system } from "@/server/kernel/actor";
import { addDays, businessDate, instantAt, nextMonthlyCutoff } from "@/server/kernel/calendar";
import { after, hours } from "@/server/kernel/clock";
import { followBusinessClock } from "@/server/platform/business-clock";
import { createCtx } from "@/server/platform/context";
import { databaseIsAway } from "@/server/platform/database";
import { policyInForce } from "@/server/platform/policies";
import { closingsOf } from "@/server/platform/policies/closings";
import { inventCast } from "./cast/invent";
import { layCompany } from "./company";
import { liveHistory, type Progress } from "./seed";
import { fingerprintOf, type Report, reportOn } from "./simulation/report";
import { settleDoubts } from "./simulation/settle-doubts";

/** The simulation ends in an evening, when songs are sung. */
const PRESENT = "20:10";

const SETTLE_WITHIN_MS = 180_000;

/** `trouble`: how many times likelier than in the demo it is that something goes wrong. */
type Size = { clients: number; workers: number; days: number; seed: string; trouble?: number };
export type Simulated = Report & { fingerprint: string[] };

/** Lets an invented company live through some days on this process' empty database, and tells what became of it. */
export async function simulate(size: Size, onProgress: (progress: Progress) => void = () => {}): Promise<Simulated> {
	const company = await layToLive(size);
	await company.liveOn(onProgress);
	return company.report();
}

type Company = {
	/** Lives up to the present. Where that was cut off, living on goes on where time stands. */
	liveOn(onProgress?: (progress: Progress) => void): Promise<void>;
	/** Nobody does anything any more, and time goes on until some hours past the end of the month. */
	seeMonthOut(): Promise<void>;
	/** And some days more, until what is under way has come to its end, and managers have settled what was contradicted. */
	rest(): Promise<void>;
	/** Whether an error says that the database went away in the middle, and nothing worse. */
	wasCutOff(error: unknown): boolean;
	report(): Promise<Simulated>;
};

/** Lays an invented company on this process' empty database, some days before its present. */
export async function layToLive({ clients, workers, days, seed, trouble = 1 }: Size): Promise<Company> {
	const ctx = createCtx({ actor: system("demo/simulate") });
	await followBusinessClock();
	const { timeZone } = await policyInForce(ctx, "money", ctx.clock.systemNow());
	const today = businessDate(ctx.clock.systemNow(), timeZone);
	await beginTimeAt(instantAt(addDays(today, -days), "06:00", timeZone));
	const cast = inventCast({ clients, workers, seed });
	await layCompany(ctx, cast, seed);
	const present = instantAt(today, PRESENT, timeZone);
	return {
		async liveOn(onProgress = () => {}) {
			await liveHistory(ctx, { cast, seed, present, days, trouble }, onProgress);
			await idle();
		},
		async seeMonthOut() {
			const { monthlyCutoff } = await policyInForce(ctx, "money");
			const cutoff = nextMonthlyCutoff(ctx.clock.now(), { timeZone, ...monthlyCutoff });
			await advanceTo(after(cutoff, hours(5)), { looksAt: await closingsOf(ctx), timeoutMs: SETTLE_WITHIN_MS });
		},
		async rest() {
			const end = after(ctx.clock.now(), hours(60));
			await advanceTo(end, { looksAt: await closingsOf(ctx), timeoutMs: SETTLE_WITHIN_MS });
			await settleDoubts(ctx, cast.staff);
		},
		wasCutOff: databaseIsAway,
		report: async () => ({ ...(await reportOn(ctx)), fingerprint: await fingerprintOf() }),
	};
}
