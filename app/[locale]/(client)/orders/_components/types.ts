import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/app/_ui/query/trpc";

type Ordering = ReturnType<typeof useTRPC>["ordering"];

/** What the procedures answer, as the client's pages pass it on. */
export type OrderCard = inferOutput<Ordering["getDashboard"]>["now"][number];
export type Order = inferOutput<Ordering["getOrder"]>;
