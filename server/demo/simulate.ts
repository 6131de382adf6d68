import { beginTimeAt, idle } from "@/server/engine/time-machine";
import { system } from "@/server/kernel/actor";
import { addDays, businessDate, instantAt } from "@/server/kernel/calendar";
import { followBusinessClock } from "@/server/platform/business-clock";
import { createCtx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { inventCast } from "./cast/invent";
import { layCompany } from "./company";
import { liveHistory, type Progress } from "./seed";
import { fingerprintOf, type Report, reportOn } from "./simulation/report";

/** The simulation ends in an evening, when songs are sung. */
const PRESENT = "20:10";

/** `trouble`: how many times likelier than in the demo it is that something goes wrong. */
type Size = { clients: number; workers: number; days: number; seed: string; trouble?: number };
export type Simulated = Report & { fingerprint: string[] };

/** Lets an invented company live through some days on this process' empty database, and tells what became of it. */
export async function simulate(
	{ clients, workers, days, seed, trouble = 1 }: Size,
	onProgress: (progress: Progress) => void = () => {},
): Promise<Simulated> {
	const ctx = createCtx({ actor: system("demo/simulate") });
	await followBusinessClock();
	const { timeZone } = await policyInForce(ctx, "money", ctx.clock.systemNow());
	const today = businessDate(ctx.clock.systemNow(), timeZone);
	await beginTimeAt(instantAt(addDays(today, -days), "06:00", timeZone));
	const cast = inventCast({ clients, workers, seed });
	await layCompany(ctx, cast, seed);
	const present = instantAt(today, PRESENT, timeZone);
	await liveHistory(ctx, { cast, seed, present, days, trouble }, onProgress);
	await idle();
	return { ...(await reportOn(ctx)), fingerprint: await fingerprintOf() };
}
