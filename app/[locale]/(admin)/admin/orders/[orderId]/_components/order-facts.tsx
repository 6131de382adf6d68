import type { inferOutput } from "@trpc/tanstack-react-query";
import { useLocale, useTranslations } from "next-intl";
import { Card, CardHeader } from "@/app/_ui/card";
import { DescriptionList } from "@/app/_ui/description-list";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { Notice } from "@/app/_ui/notice";
import type { useTRPC } from "@/app/_ui/query/trpc";
import { Stars } from "@/app/_ui/star-rating";

type Order = inferOutput<ReturnType<typeof useTRPC>["ordering"]["officeOrder"]>;

/** What was ordered, by whom, for when, and at what price. */
export function OrderFacts({ order }: { order: Order }) {
	const t = useTranslations("office");
	const locale = useLocale();
	const format = useFormat();
	const { price, listPrice, discountPercent, moneyPolicyVersion, priceFormulaVersion } = order;
	const facts = [
		{ term: t("order.client"), description: order.clientName },
		{ term: t("order.contact"), description: `${order.contactName}, ${order.contactPhone}` },
		{
			term: t("order.where"),
			description: [order.zoneName, order.address, order.placeNote].filter(Boolean).join(", "),
		},
		{
			term: t("order.when"),
			description: `${format.dateTime(order.startsAt)} (${format.duration(order.durationMinutes)})`,
		},
		{ term: t("order.wish"), description: <span className="whitespace-pre-line">{order.description}</span> },
		{ term: t("order.placed"), description: format.dateTime(order.placedAt) },
		{ term: t("order.worker"), description: order.workerName ?? t("order.nobody") },
		{
			term: t("order.price"),
			description:
				price === null || listPrice === null
					? t("order.notFixed")
					: `${format.money(price)} (${t("order.listPrice")} ${format.money(listPrice)}, ${t("order.discount")} ${discountPercent ?? 0} %)`,
		},
		...(moneyPolicyVersion
			? [
					{
						term: t("order.policies"),
						description: `${t("order.version", { version: moneyPolicyVersion })}, ${t("order.formula")} ${priceFormulaVersion}`,
					},
				]
			: []),
		...(order.original ? [{ term: t("order.copyOf"), description: <OrderLink {...order.original} /> }] : []),
		...order.copies.map((copy) => ({
			key: copy.orderId,
			term: t("order.copies"),
			description: <OrderLink {...copy} />,
		})),
		...(order.rating
			? [
					{
						term: t("order.rating"),
						description: (
							<>
								<Stars value={order.rating.stars} /> {order.rating.words}
							</>
						),
					},
				]
			: []),
	];
	return (
		<Card>
			<CardHeader title={order.serviceName[locale]} />
			{order.waitingReason && order.state === "placed" && (
				<Notice tone="warn" className="mb-4">
					{t(`waiting.${order.waitingReason}`)}
				</Notice>
			)}
			{order.cancellationRequestedAt && order.state !== "cancelled" && (
				<Notice tone="info" className="mb-4">
					{t("order.cancelAsked")}
				</Notice>
			)}
			<DescriptionList items={facts} />
		</Card>
	);
}

const OrderLink = ({ orderId, number }: { orderId: string; number: number }) => (
	<Link href={`/admin/orders/${orderId}`}>{number}</Link>
);
