import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/root";

type Outputs = inferRouterOutputs<AppRouter>["hiring"];

export type AssessmentShown = Outputs["assessment"];
export type AssignedTest = Extract<AssessmentShown, { tests: unknown }>["tests"][number];
export type RunningPaper = Extract<Outputs["paper"], { state: "running" }>;
