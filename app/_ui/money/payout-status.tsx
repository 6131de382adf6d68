import { useTranslations } from "next-intl";
import { StatusPill } from "../badge";

const tones = { issued: "warn", sending: "info", paid: "good", rejected: "bad", closed: "neutral" } as const;

/** How a payout stands, in a word. */
export function PayoutStatus({ status }: { status: keyof typeof tones }) {
	const t = useTranslations("payouts.status");
	return <StatusPill tone={tones[status]}>{t(status)}</StatusPill>;
}
