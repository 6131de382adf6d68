import { useTranslations } from "next-intl";
import type { Formats } from "@/app/_ui/format/formats";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import type { api } from "@/server/trpc/server";

type Ladder = Awaited<ReturnType<typeof api.business.priceTerms>>["discountLadder"];

/** The whole ladder, from nothing paid yet to its top. */
export function DiscountTable({ ladder, format }: { ladder: Ladder; format: Formats }) {
	const t = useTranslations("site.prices");
	const [first] = ladder;
	const steps = [
		...(first ? [{ paid: t("upTo", { amount: format.money(first.above) }), percent: 0 }] : []),
		...ladder.map(({ above, percent }) => ({ paid: t("above", { amount: format.money(above) }), percent })),
	];
	return (
		<Table caption={t("discount")}>
			<TableHead>
				<Column className="pl-0">{t("paid")}</Column>
				<Column numeric className="pr-0">
					{t("off")}
				</Column>
			</TableHead>
			<TableBody>
				{steps.map(({ paid, percent }) => (
					<Row key={paid}>
						<Cell header className="pl-0 font-normal tabular-nums">
							{paid}
						</Cell>
						<Cell numeric className="pr-0 font-semibold">
							{format.percent(percent)}
						</Cell>
					</Row>
				))}
			</TableBody>
		</Table>
	);
}
