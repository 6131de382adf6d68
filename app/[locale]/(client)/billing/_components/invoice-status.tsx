import { useTranslations } from "next-intl";
import { Badge } from "@/app/_ui/badge";
import type { InvoiceHead } from "./types";

const tones = { issued: "info", collecting: "info", failed: "warn", overdue: "bad", paid: "good" } as const;

/** How an invoice stands, in a word. */
export function InvoiceStatus({ status, total }: Pick<InvoiceHead, "status" | "total">) {
	const t = useTranslations("billing.invoice");
	if (total === 0n) return <Badge>{t("nothingToPay")}</Badge>;
	return <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>;
}
