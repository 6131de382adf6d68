"use client";

import type { TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { AppRouter } from "@/server/trpc/root";
import { procedures } from "./procedures";

const trpc = procedures() as TRPCOptionsProxy<AppRouter>;

/** `const trpc = useTRPC(); useQuery(trpc.ordering.getOrder.queryOptions({ orderId }))`. */
export const useTRPC = (): typeof trpc => trpc;
