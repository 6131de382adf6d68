import { useTranslations } from "next-intl";
import { StatusPill, type Tone } from "@/app/_ui/badge";
import type { ApplicationState } from "@/server/contexts/hiring/contracts/applications";

const tones: Record<ApplicationState, Tone> = {
	applied: "info",
	contacted: "info",
	testing: "warn",
	tested: "warn",
	accepted: "good",
	rejected: "bad",
	withdrawn: "neutral",
};

export function CandidateState({ state }: { state: ApplicationState }) {
	const t = useTranslations("office.candidateStates");
	return <StatusPill tone={tones[state]}>{t(state)}</StatusPill>;
}
