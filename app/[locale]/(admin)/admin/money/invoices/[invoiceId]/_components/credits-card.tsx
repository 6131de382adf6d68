import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/app/_ui/badge";
import { Card, CardHeader } from "@/app/_ui/card";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import { Ruling } from "../../../_components/ruling";
import { ConfirmRefund } from "./confirm-refund";
import { ResolveRefund } from "./resolve-refund";
import type { OfficeInvoice } from "./types";

type Refund = NonNullable<OfficeInvoice["credits"][number]["refund"]>;

const tones = {
	intent: "info",
	unknown: "warn",
	pending: "info",
	succeeded: "good",
	refused: "bad",
	returned: "bad",
} as const satisfies Record<Refund["state"], Tone>;

/** What was waived of the invoice since, why and by whom; what of it goes back, and every word about that. */
export function CreditsCard({ invoice }: { invoice: OfficeInvoice }) {
	const t = useTranslations("refunds");
	const format = useFormat();
	if (invoice.credits.length === 0) return null;
	return (
		<Card className="mt-6">
			<CardHeader title={t("title")} help={t("help")} />
			<Table caption={t("title")}>
				<TableHead>
					<Column>{t("what")}</Column>
					<Column numeric>{t("amount")}</Column>
					<Column>{t("became")}</Column>
				</TableHead>
				<TableBody>
					{invoice.credits.map(({ creditNoteId, refund, grantedBy, approvedBy, ...credit }) => (
						<Row key={creditNoteId}>
							<Cell header>
								<Link href={`/admin/orders/${credit.orderId}`}>{credit.orderNumber}</Link>
								<p className="wrap-anywhere font-normal">{credit.reason}</p>
								<p className="figures font-normal text-muted text-xs">
									{t("by", { name: grantedBy.name ?? "–", at: format.dateTime(credit.grantedAt) })}
									{approvedBy && `, ${t("approved", { name: approvedBy.name ?? "–" })}`}
								</p>
							</Cell>
							<Cell numeric>{format.money(-credit.amount)}</Cell>
							<Cell>{refund ? <Standing refund={refund} invoice={invoice} /> : t("lowers")}</Cell>
						</Row>
					))}
				</TableBody>
			</Table>
		</Card>
	);
}

function Standing({ refund, invoice }: { refund: Refund; invoice: OfficeInvoice }) {
	const t = useTranslations("refunds");
	const words = useTranslations("officeInvoices.attempts");
	const payment = useTranslations("payments.history.state");
	const { refundId, state, kind, transactionId, trouble, amount, contradictedAt } = refund;
	const byBank = kind === "bank-transfer";
	const isOpen = state === "intent" || state === "unknown" || state === "pending";
	return (
		<div className="space-y-1">
			<Badge tone={tones[state]}>{byBank && isOpen ? t("toTransfer") : t(`state.${state}`)}</Badge>
			{transactionId && (
				<p className="text-xs">
					<Link href={`/admin/money/ledger/${transactionId}`}>{words("posting", { number: transactionId })}</Link>
				</p>
			)}
			<Ruling
				about={{ what: "refund", id: refundId }}
				amount={amount}
				contradicted={contradictedAt !== null}
				rulings={invoice.rulings}
			/>
			{isOpen && !contradictedAt && (byBank || state !== "intent") && (
				<div className="flex flex-wrap gap-2">
					{byBank && <ConfirmRefund refundId={refundId} amount={amount} number={invoice.number} />}
					<ResolveRefund refundId={refundId} amount={amount} givesUp={byBank} />
				</div>
			)}
			{trouble && <p className="wrap-anywhere text-warn text-xs">{trouble}</p>}
			<ul className="space-y-1 text-xs">
				{invoice.refundStatements
					.filter((said) => said.refundId === refundId)
					.map((said) => (
						<li
							key={`${said.state} ${said.reference} ${said.statedMinor} ${said.statedCurrency} ${said.asAsked}`}
							className="wrap-anywhere"
						>
							{words(`heard.${said.heardBy}`, {
								what: said.state === "succeeded" ? t("state.succeeded") : payment(said.state),
								reference: said.reference,
							})}
							{said.reason && ` (${said.reason})`}
							{!said.asAsked && (
								<span className="text-bad">
									{" "}
									{words("otherAmount", { amount: `${said.statedMinor} ${said.statedCurrency}` })}
								</span>
							)}
						</li>
					))}
			</ul>
		</div>
	);
}
