import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import type { ShownInvoice } from "../../../_components/types";

type Credit = ShownInvoice["credits"][number];

/** What was waived since the invoice was issued, each with its reason, what is left to pay then, and what of it goes back. */
export function InvoiceCredits({ credits, due }: Pick<ShownInvoice, "credits" | "due">) {
	const t = useTranslations("billing.invoice");
	const format = useFormat();
	if (credits.length === 0) return null;
	return (
		<section aria-label={t("since")} className="mt-3 border-line border-t pt-3">
			<h2 className="mb-1 font-medium">{t("since")}</h2>
			<ul className="divide-y divide-line">
				{credits.map((credit) => (
					<li key={credit.creditNoteId} className="flex items-baseline justify-between gap-4 py-2">
						<div className="min-w-0">
							<p className="wrap-anywhere">
								<Link href={`/orders/${credit.orderId}`}>
									{t("waivedOf", { number: String(credit.orderNumber), reason: credit.reason })}
								</Link>
							</p>
							<p className="figures text-muted text-sm">{format.dateTime(credit.grantedAt)}</p>
							{credit.refund && <RefundLine refund={credit.refund} />}
						</div>
						<span data-figures className="shrink-0">
							{format.money(-credit.amount)}
						</span>
					</li>
				))}
			</ul>
			{due > 0n && (
				<p className="mt-1 flex items-baseline justify-between gap-4 font-medium">
					<span>{t("left")}</span>
					<span data-figures>{format.money(due)}</span>
				</p>
			)}
		</section>
	);
}

function RefundLine({ refund: { state, kind, begunAt, settledAt } }: { refund: NonNullable<Credit["refund"]> }) {
	const t = useTranslations("billing.invoice");
	const format = useFormat();
	const gone = state === "succeeded";
	return (
		<p className="text-sm">
			{t(`refund.${state}`)}
			{state !== "refused" && state !== "returned" && (
				<> {t(`refundTo.${kind}`, { day: format.date(gone && settledAt ? settledAt : begunAt) })}</>
			)}
		</p>
	);
}
