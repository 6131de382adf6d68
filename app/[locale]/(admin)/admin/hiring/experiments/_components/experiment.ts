import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/app/_ui/query/trpc";

/** An experiment as its page is told of it. */
export type Experiment = inferOutput<ReturnType<typeof useTRPC>["hiring"]["getExperiment"]>;
