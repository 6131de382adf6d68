import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/app/_ui/query/trpc";

export type OfficeInvoice = inferOutput<ReturnType<typeof useTRPC>["billing"]["officeInvoice"]>;
