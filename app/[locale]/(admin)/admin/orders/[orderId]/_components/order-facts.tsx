import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PersonName } from "@/app/_ui/avatar";
import { Card } from "@/app/_ui/card";
import { DescriptionList } from "@/app/_ui/description-list";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import type { useTRPC } from "@/app/_ui/query/trpc";
import { Stars } from "@/app/_ui/star-rating";

export type Order = inferOutput<ReturnType<typeof useTRPC>["ordering"]["officeOrder"]>;

/** What was ordered, by whom, from whom, and where. */
export function OrderFacts({ order }: { order: Order }) {
	const t = useTranslations("office.order");
	const format = useFormat();
	const { rating, original, copies, workerId, workerName, worker } = order;
	const facts = [
		{ term: t("wish"), description: <span className="whitespace-pre-line">{order.description}</span> },
		{ term: t("where"), description: [order.zoneName, order.address, order.placeNote].filter(Boolean).join(", ") },
		{ term: t("contact"), description: <Contact name={order.contactName} phone={order.contactPhone} /> },
		{ term: t("placed"), description: format.dateTime(order.placedAt) },
		...(original ? [{ term: t("copyOf"), description: <OrderLink {...original} /> }] : []),
		...copies.map((copy) => ({ key: copy.orderId, term: t("copies"), description: <OrderLink {...copy} /> })),
		...(rating
			? [
					{
						term: t("rating"),
						description: (
							<span className="flex flex-wrap items-center gap-x-3">
								<Stars value={rating.stars} /> {rating.words}
							</span>
						),
					},
				]
			: []),
	];
	return (
		<Card>
			<div className="mb-6 grid gap-x-6 gap-y-4 border-line border-b pb-6 sm:grid-cols-3">
				<Fact name={t("client")}>
					<Link look="plain" href={`/admin/clients/${order.clientId}`} className="hover:underline">
						<PersonName name={order.clientName} cat={{ seed: order.clientName }} />
					</Link>
				</Fact>
				<Fact name={t("worker")}>
					{workerId ? (
						<Link look="plain" href={`/admin/workers/${workerId}`} className="hover:underline">
							<PersonName
								name={workerName ?? t("worker")}
								cat={{ breed: worker?.breed ?? null, coat: worker?.coat ?? null, seed: workerId }}
								photo={worker?.photoId && `/api/files/${worker.photoId}`}
							/>
						</Link>
					) : (
						<span className="text-muted">{t("nobody")}</span>
					)}
				</Fact>
				<Fact name={t("price")}>
					{order.price === null ? (
						<span className="font-normal text-muted">{t("notFixed")}</span>
					) : (
						<span className="figures">{format.money(order.price)}</span>
					)}
				</Fact>
			</div>
			<DescriptionList items={facts} />
		</Card>
	);
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
	return (
		<div className="min-w-0">
			<p className="mb-1 text-muted text-sm">{name}</p>
			<p className="font-medium">{children}</p>
		</div>
	);
}

const Contact = ({ name, phone }: { name: string; phone: string }) => (
	<>
		{name},{" "}
		<a href={`tel:${phone}`} className="figures underline decoration-edge underline-offset-4 hover:decoration-ink">
			{phone}
		</a>
	</>
);

const OrderLink = ({ orderId, number }: { orderId: string; number: number }) => (
	<Link href={`/admin/orders/${orderId}`}>{number}</Link>
);
