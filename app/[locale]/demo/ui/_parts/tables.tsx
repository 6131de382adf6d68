"use client";

import { useTranslations } from "next-intl";
import { PersonName } from "@/app/_ui/avatar";
import { StatusPill } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { Cell, Column, Row, Table, TableBody, TableFoot, TableHead } from "@/app/_ui/table";
import { exampleDay } from "./example";
import { exampleOrders } from "./example-orders";

export function Tables() {
	const t = useTranslations("gallery.table");
	const states = useTranslations("gallery.states");
	const format = useFormat();
	const total = exampleOrders.reduce<bigint>((sum, row) => sum + row.price, 0n);
	return (
		<Card padding="none">
			<Table caption={t("caption")}>
				<TableHead>
					<Column>{t("order")}</Column>
					<Column>{t("worker")}</Column>
					<Column>{t("state")}</Column>
					<Column sorted="descending">{t("start")}</Column>
					<Column numeric>{t("price")}</Column>
				</TableHead>
				<TableBody>
					{exampleOrders.map((row) => (
						<Row key={row.number}>
							<Cell header>
								<Link href="/demo/ui" className="figures">
									{row.number}
								</Link>
							</Cell>
							<Cell className="max-w-64">
								<PersonName name={row.worker} cat={{ seed: row.worker, coat: row.coat }} />
							</Cell>
							<Cell>
								<StatusPill tone={row.tone}>{states(row.state)}</StatusPill>
							</Cell>
							<Cell className="whitespace-nowrap">{format.dateTime(exampleDay(row.time))}</Cell>
							<Cell numeric>{format.money(row.price)}</Cell>
						</Row>
					))}
				</TableBody>
				<TableFoot>
					<Row>
						<Cell header colSpan={4}>
							{t("sum")}
						</Cell>
						<Cell numeric>{format.money(total)}</Cell>
					</Row>
				</TableFoot>
			</Table>
		</Card>
	);
}
