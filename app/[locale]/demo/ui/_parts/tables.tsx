"use client";

import { useTranslations } from "next-intl";
import { PersonName } from "@/app/_ui/avatar";
import { StatusPill, type Tone } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { Cell, Column, Row, Table, TableBody, TableFoot, TableHead } from "@/app/_ui/table";
import { exampleDay } from "./example";

const rows = [
	{ number: "1042", worker: "Murzik", coat: "ginger", state: "assigned", tone: "info", time: "10:00", price: 9500n },
	{ number: "1041", worker: "Busya", coat: "grey", state: "done", tone: "good", time: "09:00", price: 120_000n },
	{ number: "1040", worker: "Barsik", coat: "black", state: "failed", tone: "bad", time: "08:30", price: -4000n },
	{
		number: "1039",
		worker: "Archibald Maximilian von Samtpfote zu Hohenkratzbaum",
		coat: "white",
		state: "looking",
		tone: "warn",
		time: "08:00",
		price: 8800n,
	},
] as const satisfies readonly { tone: Tone; state: string; [other: string]: unknown }[];

export function Tables() {
	const t = useTranslations("gallery.table");
	const states = useTranslations("gallery.states");
	const format = useFormat();
	const total = rows.reduce<bigint>((sum, row) => sum + row.price, 0n);
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
					{rows.map((row) => (
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
