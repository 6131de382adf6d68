import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/app/_ui/query/trpc";

/** A vacancy as its table is told of it. */
export type ListedVacancy = inferOutput<ReturnType<typeof useTRPC>["hiring"]["vacancyRows"]>["rows"][number];
