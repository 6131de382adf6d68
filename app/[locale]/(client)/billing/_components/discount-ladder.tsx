"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/app/_ui/badge";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import type { Discount } from "./types";

/** Every step of the ladder, for whoever asks. */
export function DiscountLadder({ ladder, percent }: Pick<Discount, "ladder" | "percent">) {
	const t = useTranslations("billing.discount");
	const format = useFormat();
	return (
		<details className="mt-4">
			<summary className="cursor-pointer text-muted text-sm hover:text-ink">{t("steps")}</summary>
			<Table caption={t("steps")} className="mt-2">
				<TableHead>
					<Column numeric>{t("above")}</Column>
					<Column numeric>{t("percent")}</Column>
				</TableHead>
				<TableBody>
					{ladder.map((step) => (
						<Row key={step.percent}>
							<Cell numeric header className="text-right">
								{format.money(step.above)}
							</Cell>
							<Cell numeric>
								{step.percent === percent && (
									<Badge tone="good" className="mr-2">
										{t("yours")}
									</Badge>
								)}
								{format.percent(step.percent)}
							</Cell>
						</Row>
					))}
				</TableBody>
			</Table>
		</details>
	);
}
