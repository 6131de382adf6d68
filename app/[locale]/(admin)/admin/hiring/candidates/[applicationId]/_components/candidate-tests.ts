import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/root";

export type CandidateTests = inferRouterOutputs<AppRouter>["hiring"]["candidateTests"];
