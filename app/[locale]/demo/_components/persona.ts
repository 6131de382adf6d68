import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/app/_ui/query/trpc";

export type Persona = inferOutput<ReturnType<typeof useTRPC>["demo"]["personas"]>[number];
