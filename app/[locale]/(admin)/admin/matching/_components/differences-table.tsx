"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";

type Worker = { workerId: string; name: string };
type Difference = {
	orderId: string;
	orderNumber: number | null;
	at: Date;
	decided: Worker | null;
	chosen: Worker | null;
	trouble?: string | null;
};

/** Orders for which another worker would have been chosen: who was, and who would have been. */
export function DifferencesTable({ caption, rows }: { caption: string; rows: readonly Difference[] }) {
	const t = useTranslations("matching.differences");
	const format = useFormat();
	if (rows.length === 0) return <p className="text-muted">{t("none")}</p>;
	return (
		<Table caption={caption}>
			<TableHead>
				<Column numeric>{t("order")}</Column>
				<Column>{t("at")}</Column>
				<Column>{t("decided")}</Column>
				<Column>{t("chosen")}</Column>
			</TableHead>
			<TableBody>
				{rows.map(({ orderId, orderNumber, at, decided, chosen, trouble }) => (
					<Row key={orderId + at.toISOString()}>
						<Cell numeric header>
							<Link href={`/admin/orders/${orderId}`}>{orderNumber ?? t("unnumbered")}</Link>
						</Cell>
						<Cell className="figures whitespace-nowrap">{format.dateTime(at)}</Cell>
						<Cell>{decided?.name ?? t("nobody")}</Cell>
						<Cell className="font-medium">
							{trouble ? <span className="font-normal text-bad">{trouble}</span> : (chosen?.name ?? t("nobody"))}
						</Cell>
					</Row>
				))}
			</TableBody>
		</Table>
	);
}
