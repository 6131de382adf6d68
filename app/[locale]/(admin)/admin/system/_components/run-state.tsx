import { useTranslations } from "next-intl";
import { StatusPill, type Tone } from "@/app/_ui/badge";
import type { RunState } from "@/server/engine/contracts";

const tones: Record<RunState, Tone> = { running: "info", completed: "good", failed: "bad", cancelled: "neutral" };

/** What has become of a run; one that has stumbled is still tried. */
export function RunStatePill({ state, trouble = false }: { state: RunState; trouble?: boolean }) {
	const t = useTranslations("system.runs.states");
	const stumbling = state === "running" && trouble;
	return <StatusPill tone={stumbling ? "warn" : tones[state]}>{t(stumbling ? "stumbling" : state)}</StatusPill>;
}
