import { useTranslations } from "next-intl";
import { Badge } from "@/app/_ui/badge";
import { Card, CardHeader } from "@/app/_ui/card";
import { useFormat } from "@/app/_ui/format/format-provider";
import type { ShownInvoice } from "../../../_components/types";

const tones = {
	intent: "info",
	unknown: "info",
	pending: "info",
	succeeded: "good",
	refused: "bad",
	returned: "bad",
} as const;

/** Every attempt to collect the invoice, the first one first. */
export function PaymentHistory({ payments }: Pick<ShownInvoice, "payments">) {
	const t = useTranslations("payments.history");
	const format = useFormat();
	if (payments.length === 0) return null;
	return (
		<Card aria-label={t("title")}>
			<CardHeader title={t("title")} className="mb-2" />
			<ul className="divide-y divide-line">
				{payments.map(({ paymentId, kind, asked, state, begunAt, settledAt, amount, chargedBack }) => (
					<li key={paymentId} className="flex items-baseline justify-between gap-4 py-3 last:pb-0">
						<div className="min-w-0">
							<p>{t(kind === "bank-transfer" ? "transfer" : `asked.${asked}`)}</p>
							<p className="figures text-muted text-sm">{format.dateTime(settledAt ?? begunAt)}</p>
							{chargedBack > 0n && (
								<p className="figures text-bad text-sm">{t("chargedBack", { amount: format.money(chargedBack) })}</p>
							)}
						</div>
						<div className="flex shrink-0 items-baseline gap-3">
							<Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
							<span data-figures>{format.money(amount)}</span>
						</div>
					</li>
				))}
			</ul>
		</Card>
	);
}
