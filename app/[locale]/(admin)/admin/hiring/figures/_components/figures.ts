import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/app/_ui/query/trpc";

type Api = ReturnType<typeof useTRPC>["hiring"];

export type Figures = inferOutput<Api["figures"]>;
export type Gauge = inferOutput<Api["attackGauge"]>;
