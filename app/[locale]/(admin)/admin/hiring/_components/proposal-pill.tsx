import { useTranslations } from "next-intl";
import { StatusPill, type Tone } from "@/app/_ui/badge";

const tones = { accept: "good", look: "warn", reject: "bad" } as const satisfies Record<string, Tone>;
export type Proposal = keyof typeof tones;

/** What screening proposes. */
export function ProposalPill({ proposal }: { proposal: Proposal }) {
	const t = useTranslations("screening.proposals");
	return <StatusPill tone={tones[proposal]}>{t(proposal)}</StatusPill>;
}
