"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { Notice } from "@/app/_ui/notice";
import { OrderAgain } from "./order-again";
import type { OrderCard } from "./types";

/** What happened, what it means, and the offer of a new date. */
export function FailedOrder({ order }: { order: OrderCard }) {
	const t = useTranslations("orders.failed");
	const locale = useLocale();
	const format = useFormat();
	const title = t("title", { service: order.serviceName[locale], date: format.dateTime(order.startsAt) });
	return (
		<Notice
			tone="bad"
			title={
				<Link look="plain" href={`/orders/${order.orderId}`} className="hover:underline">
					{title}
				</Link>
			}
			action={<OrderAgain order={{ ...order, failed: true }} />}
		>
			<FailureWords reason={order.endingReason} workerName={order.worker?.name ?? null} owed={order.owed} />
		</Notice>
	);
}

type WordsProps = { reason: string | null; workerName: string | null; owed: bigint };

const told = ["never-staffed", "no-show", "gave-up"] as const;

export function FailureWords({ reason, workerName, owed }: WordsProps) {
	const t = useTranslations("orders.failed");
	const format = useFormat();
	const known = told.find((key) => key === reason);
	return (
		<>
			<p>{known ? t(known, { name: workerName ?? t("anonymous") }) : t("other")}</p>
			{owed > 0n && <p>{t("owed", { amount: format.money(owed) })}</p>}
		</>
	);
}
