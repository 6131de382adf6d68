import { Inbox } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusPill, type Tone } from "@/app/_ui/badge";
import type { MessageState } from "@/server/contexts/notifications/contracts";

const tones: Record<MessageState, Tone> = { queued: "warn", sent: "good", mailbox: "neutral", failed: "bad" };

export function DeliveryStatePill({ state }: { state: MessageState }) {
	const t = useTranslations("system.deliveries.states");
	return (
		<StatusPill tone={tones[state]} {...(state === "mailbox" && { icon: Inbox })}>
			{t(state)}
		</StatusPill>
	);
}
