import { useTranslations } from "next-intl";
import { StatusPill } from "@/app/_ui/badge";

export function ExperimentState({ state }: { state: "running" | "stopped" }) {
	const t = useTranslations("screening.experiments.states");
	return <StatusPill tone={state === "running" ? "info" : "neutral"}>{t(state)}</StatusPill>;
}
