import { type Money, subtract } from "@/server/kernel/money";

export const invoiceStatuses = ["issued", "collecting", "failed", "overdue", "paid"] as const;
type InvoiceStatus = (typeof invoiceStatuses)[number];

/** For what a manager may have to look after an invoice. */
export const invoiceTroubles = ["collection-failed", "transfer-awaited", "answer-awaited", "refund-awaited"] as const;

type PaymentState = "intent" | "unknown" | "pending" | "succeeded" | "refused" | "returned";

type Standing = { firstRefusedAt: Date | null; overdueAt: Date | null };

/** How an invoice stands that is neither paid nor being collected at the moment. */
export const statusOfUnpaid = ({ firstRefusedAt, overdueAt }: Standing): InvoiceStatus =>
	overdueAt ? "overdue" : firstRefusedAt ? "failed" : "issued";

/** What was said about a payment can change no more. */
export const isSettled = (state: PaymentState): boolean =>
	state === "succeeded" || state === "refused" || state === "returned";

/** How long to wait before looking again for what somebody has to settle: hourly at first, then daily, so that a run can go on. */
export const patienceAfter = (look: number): "1h" | "1d" => (look <= 10 ? "1h" : "1d");

/** How long to wait before each question to a service; after the last once a day, for a month. */
export const PATIENCE: readonly string[] = ["1m", "5m", "30m", "2h", "6h", ...Array.from({ length: 30 }, () => "1d")];

/** What is left to pay of an invoice. */
export const amountDue = ({ total, credited, kept }: { total: Money; credited: Money; kept: Money }): Money =>
	subtract(subtract(total, credited), kept);
