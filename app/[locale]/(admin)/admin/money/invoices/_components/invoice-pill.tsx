import { useTranslations } from "next-intl";
import { StatusPill } from "@/app/_ui/badge";

type Status = "issued" | "collecting" | "failed" | "overdue" | "paid";

const tones = { issued: "neutral", collecting: "info", failed: "warn", overdue: "bad", paid: "good" } as const;

/** How the collection of an invoice stands. */
export function InvoicePill({ status, total }: { status: Status; total: bigint }) {
	const t = useTranslations("billing.invoice");
	return <StatusPill tone={tones[status]}>{total === 0n ? t("nothingToPay") : t(`status.${status}`)}</StatusPill>;
}
