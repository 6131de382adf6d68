"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { DescriptionList } from "@/app/_ui/description-list";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import type { OrderId } from "@/server/kernel/ids";
import { Panel } from "./panel";

/** What was agreed, and every posting that the order has made in the books. */
export function MoneyPanel({ orderId }: { orderId: OrderId }) {
	const t = useTranslations("office.order.money");
	const format = useFormat();
	const trpc = useTRPC();
	const query = useQuery(trpc.billing.officeOrder.queryOptions({ orderId }));
	return (
		<Panel title={t("title")} query={query} none={t("none")}>
			{({ terms, transactions }) => {
				const agreed = terms.at(-1);
				if (!agreed) return null;
				return (
					<>
						<DescriptionList
							bill
							items={[
								{ term: t("terms", { number: agreed.assignment }), description: format.money(agreed.price) },
								{ term: t("share"), description: format.money(agreed.workerShare) },
								{ term: t("penalty"), description: format.money(agreed.workerPenalty) },
							]}
						/>
						{transactions.map(({ id, kind, at, reverses, postings }) => (
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
						))}
					</>
				);
			}}
		</Panel>
	);
}
