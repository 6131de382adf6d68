"use client";

import { useQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import { DescriptionList } from "@/app/_ui/description-list";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import type { Order } from "./order-facts";
import { Panel } from "./panel";
import { WaiveCharge } from "./waive-charge";

type Books = inferOutput<ReturnType<typeof useTRPC>["billing"]["officeOrder"]>;

/** The money from the estimate to what is in the books, and every posting behind it. */
export function MoneyPanel({ order }: { order: Order }) {
	const t = useTranslations("office.order.money");
	const query = useQuery(useTRPC().billing.officeOrder.queryOptions({ orderId: order.id }));
	return (
		<Panel title={t("title")} query={query} none={t("none")}>
			{({ transactions, waivable }) => (
				<>
					<Ladder order={order} transactions={transactions} />
					{waivable !== null && <WaiveCharge orderId={order.id} charged={waivable} />}
					{transactions.length > 0 && (
						<details className="mt-4">
							<summary className="inline-block min-h-6 text-muted text-sm hover:text-ink">
								{t("postings", { count: transactions.length })}
							</summary>
							<Postings transactions={transactions} />
						</details>
					)}
				</>
			)}
		</Panel>
	);
}

function Ladder({ order, transactions }: { order: Order; transactions: Books["transactions"] }) {
	const t = useTranslations("office.order.money");
	const format = useFormat();
	const { basePrice, listPrice, price, discountPercent, priceFormulaVersion, moneyPolicyVersion } = order;
	const postings = transactions.flatMap((transaction) => transaction.postings);
	const sumOf = (isMeant: (account: string) => boolean) =>
		postings.reduce((sum, { account, amount }) => (isMeant(account) ? sum + amount : sum), 0n);
	const agreed =
		price === null || listPrice === null
			? []
			: [
					{ term: t("list", { formula: priceFormulaVersion ?? 0 }), description: format.money(listPrice) },
					{ term: t("discount", { percent: discountPercent ?? 0 }), description: format.money(price - listPrice) },
					{ term: t("fixed", { policies: moneyPolicyVersion ?? 0 }), description: format.money(price) },
				];
	const posted =
		postings.length === 0
			? []
			: [
					{ term: t("charged"), description: format.money(-sumOf((account) => account === "client")) },
					{
						term: t("worker"),
						description: format.money(
							sumOf((account) => account === "worker"),
							{ plus: true },
						),
					},
					{
						term: <span className="font-semibold text-ink">{t("keeps")}</span>,
						key: "keeps",
						description: (
							<span className="font-semibold">
								{format.money(sumOf((account) => account !== "client" && account !== "worker"))}
							</span>
						),
					},
				];
	return (
		<DescriptionList
			bill
			items={[{ term: t("estimate"), description: format.money(basePrice) }, ...agreed, ...posted].map((item) => ({
				...item,
				description: <span className="whitespace-nowrap">{item.description}</span>,
			}))}
		/>
	);
}

function Postings({ transactions }: { transactions: Books["transactions"] }) {
	const t = useTranslations("office.order.money");
	const format = useFormat();
	return transactions.map(({ id, kind, at, reverses, postings }) => (
		<Table
			key={id}
			showCaption
			className="mt-4"
			caption={t("transaction", {
				kind: reverses ? t("reversal", { kind: t(`kinds.${kind}`) }) : t(`kinds.${kind}`),
				date: format.dateTime(at),
			})}
		>
			<TableHead>
				<Column>{t("account")}</Column>
				<Column numeric>{t("amount")}</Column>
			</TableHead>
			<TableBody>
				{postings.map(({ line, account, ownerName, amount }) => (
					<Row key={line}>
						<Cell>{[t(`accounts.${account}`), ownerName].filter(Boolean).join(": ")}</Cell>
						<Cell numeric>{format.money(amount)}</Cell>
					</Row>
				))}
			</TableBody>
		</Table>
	));
}
