"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Tone } from "@/app/_ui/badge";
import { useBusinessNow, useFormat } from "@/app/_ui/format/format-provider";
import { useAttention } from "../use-attention";

type Thing = { key: string; name: string; note: string; href: string };
type MatterName =
	| "overdue"
	| "late"
	| "lateKits"
	| "waiting"
	| "payments"
	| "refunds"
	| "disputes"
	| "payouts"
	| "approvals"
	| "failed"
	| "undelivered"
	| "cookies";
export type Matter = { name: MatterName; tone: Tone; count: number; things: Thing[]; all: string };

type Named = { orderId: string; number: number; serviceName: { en: string; ru: string }; startsAt: Date };

const refundWords = {
	transfer: "refundTransfer",
	unanswered: "refundUnanswered",
	contradicted: "refundContradicted",
} as const;

const payoutWords = {
	contradicted: "payoutContradicted",
	refused: "payoutRefused",
	slow: "payoutSlow",
	rejected: "payoutRejected",
	waits: "payoutWaits",
} as const;

/** What needs a manager now, the most urgent first, each thing with the page that opens it. */
export function useMatters(): Matter[] {
	const t = useTranslations("overview.matters");
	const waitingWords = useTranslations("office.waiting");
	const locale = useLocale();
	const format = useFormat();
	const now = useBusinessNow();
	const { ordering, execution, supplies, billing, notifications, engine } = useAttention().queries;

	const orderHref = (orderId: string) => `/admin/orders/${orderId}`;
	const starts = (at: Date) => t("starts", { at: format.dateTime(at), relative: format.relative(at, now) });
	const order = (found: Named, note: string): Thing => ({
		key: found.orderId,
		name: `${found.number} ${found.serviceName[locale]}`,
		note,
		href: orderHref(found.orderId),
	});
	const matter = <Item>(
		name: MatterName,
		tone: Tone,
		found: { count: number; items: Item[] } | undefined,
		all: string,
		toThing: (item: Item) => Thing,
	): Matter => ({ name, tone, count: found?.count ?? 0, things: found?.items.map(toThing) ?? [], all });

	const { data: jobs } = execution;
	const { data: kits } = supplies;
	return [
		matter("overdue", "bad", jobs?.overdue, "/admin/orders?state=under_way", (job) => order(job, starts(job.startsAt))),
		matter("late", "bad", jobs?.late, "/admin/orders?trouble=late", (job) => order(job, starts(job.startsAt))),
		matter("lateKits", "warn", kits?.lateKits, "/admin/orders?state=assigned", (kit) => ({
			key: kit.orderId,
			name: t("kitOf", { number: String(kit.number), worker: kit.workerName }),
			note: starts(kit.startsAt),
			href: orderHref(kit.orderId),
		})),
		matter("waiting", "warn", ordering.data?.waiting, "/admin/orders?trouble=unstaffed", (found) =>
			order(found, [found.reason && waitingWords(found.reason), starts(found.startsAt)].filter(Boolean).join(" ")),
		),
		matter("payments", "bad", billing.data?.payments, "/admin/money/invoices?trouble=answer-awaited", (payment) => ({
			key: payment.paymentId,
			name: `${payment.number} ${payment.clientName}`,
			note: t(payment.isContradicted ? "paymentContradicted" : "paymentUnknown", {
				amount: format.money(payment.amount),
			}),
			href: `/admin/money/invoices/${payment.invoiceId}`,
		})),
		matter("refunds", "warn", billing.data?.refunds, "/admin/money/invoices?trouble=refund-awaited", (refund) => ({
			key: refund.refundId,
			name: `${refund.number} ${refund.clientName}`,
			note: t(refundWords[refund.trouble], { amount: format.money(refund.amount) }),
			href: `/admin/money/invoices/${refund.invoiceId}`,
		})),
		matter("disputes", "bad", billing.data?.disputes, "/admin/money/invoices", (dispute) => ({
			key: dispute.disputeId,
			name: `${dispute.number} ${dispute.clientName}`,
			note: t(dispute.outcome === "lost" ? "disputeLost" : "disputeOpen", { amount: format.money(dispute.amount) }),
			href: `/admin/money/invoices/${dispute.invoiceId}`,
		})),
		matter("payouts", "warn", billing.data?.payouts, "/admin/money/payouts?status=rejected", (payout) => ({
			key: payout.payoutId,
			name: `${payout.number} ${payout.workerName}`,
			note: t(payoutWords[payout.trouble], { amount: format.money(payout.amount) }),
			href: `/admin/money/payouts/${payout.payoutId}`,
		})),
		matter("approvals", "info", billing.data?.approvals, "/admin/money/approvals?status=waiting", (asked) => ({
			key: asked.approvalId,
			name: `${format.money(asked.amount)}: ${asked.reason}`,
			note: t("askedBy", { name: asked.askedBy.name ?? "–" }),
			href: "/admin/money/approvals?status=waiting",
		})),
		matter("failed", "bad", engine.data?.failed, "/admin/system/runs?state=failed", (run) => ({
			key: run.runId,
			name: run.functionId,
			note: format.dateTime(run.createdAt),
			href: `/admin/system/runs/${run.runId}`,
		})),
		matter("undelivered", "warn", notifications.data?.undelivered, "/admin/system/deliveries?state=failed", (mail) => ({
			key: mail.messageId,
			name: mail.subject,
			note: `${mail.recipientName}, ${mail.email}`,
			href: `/admin/system/deliveries/${mail.messageId}`,
		})),
		matter("cookies", "info", kits?.cookies, "/admin/orders", (cookie) => ({
			key: cookie.orderId,
			name: t("cookieOf", { number: cookie.number === null ? "–" : String(cookie.number) }),
			note: [cookie.trouble, cookie.gaveUpAt && format.dateTime(cookie.gaveUpAt)].filter(Boolean).join(" · "),
			href: orderHref(cookie.orderId),
		})),
	].filter(({ count }) => count > 0);
}
