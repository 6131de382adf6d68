import { CalendarClock, CheckCheck, CirclePlay, CircleX, type LucideIcon, Search, Slash } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusPill, type Tone } from "@/app/_ui/badge";
import type { JobState } from "./jobs";

const looks: Record<JobState, { tone: Tone; icon: LucideIcon }> = {
	waiting: { tone: "neutral", icon: Search },
	scheduled: { tone: "info", icon: CalendarClock },
	started: { tone: "warn", icon: CirclePlay },
	completed: { tone: "good", icon: CheckCheck },
	failed: { tone: "bad", icon: CircleX },
	cancelled: { tone: "neutral", icon: Slash },
};

export function JobStatePill({ state, size }: { state: JobState; size?: "small" | "large" }) {
	const t = useTranslations("jobs.states");
	return (
		<StatusPill {...looks[state]} size={size}>
			{t(state)}
		</StatusPill>
	);
}
