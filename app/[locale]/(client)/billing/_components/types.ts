import type { inferInput, inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/app/_ui/query/trpc";

type Billing = ReturnType<typeof useTRPC>["billing"];

/** What the procedures answer, as the client's page passes it on. */
export type OwedLine = inferOutput<Billing["owedThisWeek"]>["lines"][number];
export type Discount = inferOutput<Billing["discountProgress"]>;
export type StatementLine = inferOutput<Billing["clientStatement"]>["lines"][number];
export type InvoiceHead = inferOutput<Billing["listInvoices"]>["invoices"][number];
export type ShownInvoice = inferOutput<Billing["getInvoice"]>;
export type PaymentMethod = inferOutput<Billing["paymentMethod"]>;
export type MethodChoice = inferInput<Billing["chooseMethod"]>["method"];
