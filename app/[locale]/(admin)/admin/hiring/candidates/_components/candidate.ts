import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/root";

type Answers = inferRouterOutputs<AppRouter>["hiring"];

export type ListedCandidate = Answers["candidates"]["rows"][number];
export type Candidate = Answers["candidate"];
