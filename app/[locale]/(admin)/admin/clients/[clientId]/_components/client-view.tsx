"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { Card, CardHeader } from "@/app/_ui/card";
import { DescriptionList } from "@/app/_ui/description-list";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { PageHeader } from "@/app/_ui/page-header";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import type { ClientId } from "@/server/kernel/ids";
import { OrderStatePill } from "../../../_components/order-state";
import { ClientState } from "../../_components/client-state";
import { latestOrders } from "./latest-orders";

/** One client: how to reach them, how they stand, and what they ordered. */
export function ClientView({ clientId }: { clientId: ClientId }) {
	const t = useTranslations("officeLists.clients.page");
	const languages = useTranslations("common.language");
	const trpc = useTRPC();
	const { data: client } = useQuery(trpc.identity.client.queryOptions({ clientId }));
	if (!client) return <SkeletonRows />;
	return (
		<>
			<PageHeader
				title={client.name}
				status={<ClientState active={client.active} />}
				back={{ href: "/admin/clients", label: t("back") }}
			/>
			<div className="grid gap-6 lg:grid-cols-[1fr_20rem]">
				<Orders clientId={clientId} name={client.name} />
				<div className="space-y-6">
					<Card>
						<CardHeader title={t("contact")} />
						<DescriptionList
							items={[
								{ term: t("email"), description: <a href={`mailto:${client.email}`}>{client.email}</a> },
								{
									term: t("phone"),
									description: client.phone ? <a href={`tel:${client.phone}`}>{client.phone}</a> : t("noPhone"),
								},
								{ term: t("language"), description: languages(client.locale) },
							]}
						/>
					</Card>
					<Standing clientId={clientId} />
				</div>
			</div>
		</>
	);
}

function Standing({ clientId }: { clientId: ClientId }) {
	const t = useTranslations("officeLists.clients.page");
	const format = useFormat();
	const standing = useQuery(useTRPC().billing.officeClient.queryOptions({ clientId }));
	return (
		<Card>
			<CardHeader title={t("money")} />
			{standing.isPending && <SkeletonRows rows={3} columns={2} />}
			{standing.isError && <ErrorState error={standing.error} retry={() => void standing.refetch()} />}
			{standing.data && (
				<DescriptionList
					bill
					items={[
						{ term: t("paid"), description: format.money(standing.data.paidTotal) },
						{ term: t("owed"), description: format.money(standing.data.owed) },
						{ term: t("discount"), description: format.percent(standing.data.discountPercent) },
					]}
				/>
			)}
		</Card>
	);
}

function Orders({ clientId, name }: { clientId: ClientId; name: string }) {
	const t = useTranslations("officeLists.clients.page");
	const heads = useTranslations("officeLists.orders.columns");
	const lists = useTranslations("officeLists.orders");
	const locale = useLocale();
	const format = useFormat();
	const trpc = useTRPC();
	const orders = useQuery(trpc.ordering.officeOrders.queryOptions(latestOrders(clientId)));
	const count = useQuery(trpc.ordering.officeOrdersCount.queryOptions({ clientId }));
	const rows = orders.data?.rows ?? [];
	return (
		<Card>
			<CardHeader title={t("orders")} />
			{count.data && (
				<p className="figures mb-3 text-muted">
					{t("count")}: {format.count(count.data.count)}
					{count.data.more && "+"}
				</p>
			)}
			{orders.isPending && <SkeletonRows />}
			{orders.isError && <ErrorState error={orders.error} retry={() => void orders.refetch()} />}
			{orders.isSuccess && rows.length === 0 && <EmptyState title={t("none")}>{t("noneHelp")}</EmptyState>}
			{rows.length > 0 && (
				<>
					<Table caption={lists("caption")}>
						<TableHead>
							<Column numeric>{heads("number")}</Column>
							<Column>{heads("state")}</Column>
							<Column className="max-sm:hidden">{heads("service")}</Column>
							<Column>{heads("start")}</Column>
							<Column numeric>{heads("price")}</Column>
						</TableHead>
						<TableBody>
							{rows.map((order) => (
								<Row key={order.orderId}>
									<Cell header numeric>
										<Link href={`/admin/orders/${order.orderId}`}>{order.number}</Link>
									</Cell>
									<Cell>
										<OrderStatePill state={order.state} />
									</Cell>
									<Cell className="max-sm:hidden">{order.serviceName[locale]}</Cell>
									<Cell className="figures whitespace-nowrap">{format.dateTime(order.startsAt)}</Cell>
									<Cell numeric>{order.price === null ? "–" : format.money(order.price)}</Cell>
								</Row>
							))}
						</TableBody>
					</Table>
					<p className="mt-4">
						<Link href={`/admin/orders?clientId=${clientId}`}>{t("all", { name })}</Link>
					</p>
				</>
			)}
		</Card>
	);
}
