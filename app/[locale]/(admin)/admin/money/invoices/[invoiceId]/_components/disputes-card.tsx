import { useTranslations } from "next-intl";
import { Badge } from "@/app/_ui/badge";
import { Card, CardHeader } from "@/app/_ui/card";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import { csvAmount } from "@/server/kernel/csv";
import { CloseDispute } from "./close-dispute";
import type { OfficeInvoice } from "./types";

const tones = { open: "warn", won: "good", lost: "bad" } as const;

/** What the client's bank demands back of the invoice's payments, and what was done about it. */
export function DisputesCard({ disputes }: Pick<OfficeInvoice, "disputes">) {
	const t = useTranslations("refunds.disputes");
	const format = useFormat();
	if (disputes.length === 0) return null;
	return (
		<Card className="mt-6">
			<CardHeader title={t("title")} help={t("help")} />
			<Table caption={t("caption")}>
				<TableHead>
					<Column>{t("what")}</Column>
					<Column>{t("state")}</Column>
				</TableHead>
				<TableBody>
					{disputes.map(
						({ disputeId, reason, status, outcome, closedAt, closedBy, closingWords, transactionId, ...dispute }) => (
							<Row key={disputeId}>
								<Cell header>
									<span className="wrap-anywhere">{disputeId}</span>
									<p className="figures font-normal text-muted text-xs">
										{format.dateTime(dispute.heardAt)}, {reason}, {csvAmount(dispute.statedMinor)}{" "}
										{dispute.statedCurrency.toUpperCase()}
									</p>
								</Cell>
								<Cell>
									<Badge tone={tones[outcome]}>{t(`outcome.${outcome}`)}</Badge>
									{status !== outcome && <p className="text-muted text-xs">{status}</p>}
									{transactionId && dispute.amount !== null && (
										<p className="text-xs">
											<Link href={`/admin/money/ledger/${transactionId}`}>
												{t("posted", { amount: format.money(-dispute.amount), number: transactionId })}
											</Link>
										</p>
									)}
									{closedAt && closingWords && (
										<p className="wrap-anywhere text-xs">
											{t("closed", { name: closedBy?.name ?? "–", words: closingWords })}
										</p>
									)}
									{outcome === "lost" && !closedAt && <CloseDispute disputeId={disputeId} />}
								</Cell>
							</Row>
						),
					)}
				</TableBody>
			</Table>
		</Card>
	);
}
