import { useTranslations } from "next-intl";
import { StatusPill, type Tone } from "@/app/_ui/badge";
import type { OrderState } from "@/server/contexts/ordering/contracts";

const tones: Record<OrderState, Tone> = {
	placed: "warn",
	assigned: "info",
	under_way: "info",
	completed: "good",
	failed: "bad",
	cancelled: "neutral",
};

export function OrderStatePill({ state }: { state: OrderState }) {
	const t = useTranslations("office.states");
	return <StatusPill tone={tones[state]}>{t(state)}</StatusPill>;
}
