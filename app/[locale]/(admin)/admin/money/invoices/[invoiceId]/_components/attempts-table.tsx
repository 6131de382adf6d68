import { useTranslations } from "next-intl";
import { Badge } from "@/app/_ui/badge";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import { Ruling } from "../../../_components/ruling";
import { ResolvePayment } from "./resolve-payment";
import type { OfficeInvoice } from "./types";

const tones = {
	intent: "info",
	unknown: "warn",
	pending: "info",
	succeeded: "good",
	refused: "bad",
	returned: "bad",
} as const;

/** Every attempt with what came of it, and every word of the payment service about it. */
export function AttemptsTable({ invoice: { attempts, statements, rulings } }: { invoice: OfficeInvoice }) {
	const t = useTranslations("officeInvoices.attempts");
	const state = useTranslations("payments.history.state");
	const format = useFormat();
	if (attempts.length === 0) return <p className="text-muted">{t("none")}</p>;
	return (
		<Table caption={t("title")}>
			<TableHead>
				<Column>{t("when")}</Column>
				<Column>{t("state")}</Column>
				<Column>{t("said")}</Column>
			</TableHead>
			<TableBody>
				{attempts.map(
					({
						paymentId,
						attempt,
						asked,
						begunAt,
						amount,
						trouble,
						transactionId,
						contradictedAt,
						chargedBack,
						...payment
					}) => (
						<Row key={paymentId}>
							<Cell>
								{t(`asked.${asked}`)}
								<p className="figures text-muted text-xs">{format.dateTime(begunAt)}</p>
							</Cell>
							<Cell>
								<Badge tone={tones[payment.state]}>{state(payment.state)}</Badge>
								{transactionId && (
									<p className="text-xs">
										<Link href={`/admin/money/ledger/${transactionId}`}>{t("posting", { number: transactionId })}</Link>
									</p>
								)}
								{(payment.state === "unknown" || payment.state === "pending") && !contradictedAt && (
									<ResolvePayment paymentId={paymentId} amount={amount} />
								)}
								<Ruling
									about={{ what: "payment", id: paymentId }}
									amount={amount}
									contradicted={contradictedAt !== null}
									rulings={rulings}
								/>
								{chargedBack > 0n && (
									<p className="figures text-bad text-xs">{t("chargedBack", { amount: format.money(chargedBack) })}</p>
								)}
								{trouble && <p className="wrap-anywhere text-warn text-xs">{trouble}</p>}
							</Cell>
							<Cell>
								<ul className="space-y-1 text-xs">
									{statements
										.filter((said) => said.attempt === attempt)
										.map((said) => (
											<li
												key={`${said.state} ${said.reference} ${said.statedMinor} ${said.statedCurrency} ${said.asAsked}`}
												className="wrap-anywhere"
											>
												{t(`heard.${said.heardBy}`, { what: state(said.state), reference: said.reference })}
												{said.reason && ` (${said.reason})`}
												{!said.asAsked && (
													<span className="text-bad">
														{" "}
														{t("otherAmount", { amount: `${said.statedMinor} ${said.statedCurrency}` })}
													</span>
												)}
											</li>
										))}
								</ul>
							</Cell>
						</Row>
					),
				)}
			</TableBody>
		</Table>
	);
}
