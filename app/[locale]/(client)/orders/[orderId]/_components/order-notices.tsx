"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/link";
import { Notice } from "@/app/_ui/notice";
import { FailureWords } from "../../_components/failed-order";
import { OrderAgain } from "../../_components/order-again";
import type { Order } from "../../_components/types";

const refusals = ["already-started", "already-ended"] as const;
const cancellations = ["by-client", "by-manager"] as const;

/** What is out of the ordinary about the order: what happened, what it means, what to do. */
export function OrderNotices({ order }: { order: Order }) {
	const t = useTranslations("orders.order");
	const { cancellation, ended } = order;
	const refused = refusals.find((why) => why === cancellation.refused);
	return (
		<>
			{cancellation.pending && (
				<Notice tone="info" live title={t("cancelPending")}>
					{t("cancelPendingHelp")}
				</Notice>
			)}
			{refused && !ended && (
				<Notice tone="warn" live>
					{t(`refused.${refused}`)}
				</Notice>
			)}
			{order.state === "placed" && order.waiting && !cancellation.pending && (
				<Notice tone="info" live title={t("waiting")}>
					{t("waitingHelp")}
				</Notice>
			)}
			{order.state === "failed" && ended && (
				<Notice
					tone="bad"
					live
					title={t("failedTitle")}
					action={
						order.copies.length === 0 && (
							<OrderAgain order={{ orderId: order.orderId, ...order.service, failed: true }} look="primary" />
						)
					}
				>
					<FailureWords reason={ended.reason} workerName={order.worker?.name ?? null} owed={ended.owed} />
				</Notice>
			)}
			{order.state === "cancelled" && ended && (
				<Notice tone="info" live>
					{t(`cancelledBy.${cancellations.find((by) => by === ended.reason) ?? "corrected"}`)}
				</Notice>
			)}
			<Links order={order} />
		</>
	);
}

/** Where the order came from, and what became of it. */
function Links({ order }: { order: Order }) {
	const t = useTranslations("orders.order");
	const links = [
		...(order.copyOf ? [{ ...order.copyOf, words: t("copyOf", { number: order.copyOf.number }) }] : []),
		...order.copies.map((copy) => ({ ...copy, words: t("copies", { number: copy.number }) })),
	];
	if (links.length === 0) return null;
	return (
		<p className="flex flex-wrap gap-x-6 gap-y-2">
			{links.map(({ orderId, words }) => (
				<Link key={orderId} href={`/orders/${orderId}`}>
					{words}
				</Link>
			))}
		</p>
	);
}
