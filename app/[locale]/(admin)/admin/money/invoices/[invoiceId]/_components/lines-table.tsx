import { useLocale, useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import type { OfficeInvoice } from "./types";

const kinds = {
	reversal: "correction",
	credit: "waived",
	"credit-reversal": "waiverTakenBack",
	"credit-withdrawn": "waiverTakenBack",
} as const;

/** On a phone the amount matters more than how it came about: that stands on the order. */
const roomy = "max-sm:hidden";

/** What the invoice is for; each line opens its order. */
export function LinesTable({ invoice: { lines } }: { invoice: OfficeInvoice }) {
	const t = useTranslations("officeInvoices");
	const words = useTranslations("billing");
	const locale = useLocale();
	const format = useFormat();
	return (
		<Table caption={t("lines")}>
			<TableHead>
				<Column>{words("invoice.order")}</Column>
				<Column className={roomy}>{t("outcome")}</Column>
				<Column numeric className={roomy}>
					{words("invoice.listPrice")}
				</Column>
				<Column numeric>{words("invoice.discount")}</Column>
				<Column numeric>{words("invoice.amount")}</Column>
			</TableHead>
			<TableBody>
				{lines.map((line) => (
					<Row key={`${line.orderId} ${line.ending} ${line.kind}`}>
						<Cell header>
							<Link href={`/admin/orders/${line.orderId}`}>
								{line.orderNumber} · {line.serviceName[locale]}
							</Link>
						</Cell>
						<Cell className={roomy}>
							{line.kind === "charge" ? words(`outcomes.${line.outcome}`) : words(`invoice.${kinds[line.kind]}`)}
						</Cell>
						<Cell numeric className={roomy}>
							{format.money(line.listPrice)}
						</Cell>
						<Cell numeric>{format.percent(line.discountPercent)}</Cell>
						<Cell numeric>{format.money(line.amount)}</Cell>
					</Row>
				))}
			</TableBody>
		</Table>
	);
}
