import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/root";

export type GradedQuestion = inferRouterOutputs<AppRouter>["hiring"]["gradingSheet"]["questions"][number];
