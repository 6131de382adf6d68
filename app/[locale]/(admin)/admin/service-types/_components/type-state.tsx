import { useTranslations } from "next-intl";
import { StatusPill } from "@/app/_ui/badge";

export function TypeState({ active }: { active: boolean }) {
	const t = useTranslations("serviceTypes.states");
	return <StatusPill tone={active ? "good" : "neutral"}>{t(active ? "active" : "retired")}</StatusPill>;
}
