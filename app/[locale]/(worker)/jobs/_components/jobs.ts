import type { inferRouterOutputs } from "@trpc/server";
import { after, minutes } from "@/server/kernel/clock";
import type { AppRouter } from "@/server/trpc/root";

type Execution = inferRouterOutputs<AppRouter>["execution"];

export type JobSummary = Execution["today"][number];
export type JobState = JobSummary["state"];
export type Job = Extract<Execution["job"], { kind: "own" }>;
export type ReleasedJob = Extract<Execution["job"], { kind: "released" }>;

export const endOf = ({ startsAt, durationMinutes }: { startsAt: Date; durationMinutes: number }): Date =>
	after(startsAt, minutes(durationMinutes));
