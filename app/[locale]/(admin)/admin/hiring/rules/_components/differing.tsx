"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/link";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import { ProposalPill } from "../../_components/proposal-pill";
import type { Replay } from "./replay-tables";
import { useRuleFacts } from "./use-rule-facts";

type Props = Pick<Replay, "differing"> & { count: number };

/** Of whom something else would have been proposed, why, and how they have done. Those who were taken come first. */
export function Differing({ differing, count }: Props) {
	const t = useTranslations("screening.replay");
	const { words } = useRuleFacts();
	if (count === 0) return null;
	return (
		<div>
			<Table caption={t("differing")} showCaption>
				<TableHead>
					<Column>{t("candidate")}</Column>
					<Column>{t("before")}</Column>
					<Column>{t("now")}</Column>
					<Column>{t("why")}</Column>
					<Column>{t("decided")}</Column>
					<Column>{t("did")}</Column>
				</TableHead>
				<TableBody>
					{differing.map(({ applicationId, name, was, would, reasons, decided, performance }) => (
						<Row key={applicationId}>
							<Cell header>
								<Link href={`/admin/hiring/candidates/${applicationId}`}>{name}</Link>
							</Cell>
							<Cell>
								<ProposalPill proposal={was} />
							</Cell>
							<Cell>
								<ProposalPill proposal={would} />
							</Cell>
							<Cell className="min-w-56 text-sm">{reasons.map((reason) => words.reason(reason)).join(" ")}</Cell>
							<Cell>{t(`decisions.${decided ?? "none"}`)}</Cell>
							<Cell className="min-w-40 text-sm">
								{performance && (performance.jobs > 0 ? t("jobs", performance) : t("noJobs"))}
							</Cell>
						</Row>
					))}
				</TableBody>
			</Table>
			{differing.length < count && (
				<p className="mt-2 text-muted text-sm">{t("shown", { shown: differing.length, count })}</p>
			)}
		</div>
	);
}
