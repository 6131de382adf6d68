import { Search, X } from "lucide-react";
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

const icons = { placed: Search, cancelled: X };

export function OrderStatePill({ state, size }: { state: OrderState; size?: "small" | "large" }) {
	const t = useTranslations("orders.states");
	return (
		<StatusPill tone={tones[state]} size={size} {...(state in icons && { icon: icons[state as keyof typeof icons] })}>
			{t(state)}
		</StatusPill>
	);
}
