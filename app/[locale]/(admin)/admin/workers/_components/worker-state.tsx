import { useTranslations } from "next-intl";
import { StatusPill } from "@/app/_ui/badge";

export function WorkerState({ active }: { active: boolean }) {
	const t = useTranslations("workers.states");
	return <StatusPill tone={active ? "good" : "neutral"}>{t(active ? "active" : "inactive")}</StatusPill>;
}
