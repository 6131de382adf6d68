import { useTranslations } from "next-intl";
import { StatusPill } from "@/app/_ui/badge";

export function ClientState({ active }: { active: boolean }) {
	const t = useTranslations("officeLists.clients");
	return <StatusPill tone={active ? "good" : "neutral"}>{t(active ? "active" : "inactive")}</StatusPill>;
}
