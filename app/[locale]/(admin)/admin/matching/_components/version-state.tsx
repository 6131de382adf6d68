import { CircleDashed, type LucideIcon, Radio } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusPill, type Tone } from "@/app/_ui/badge";

type Status = "draft" | "shadow" | "active" | "retired";

const tones: Record<Status, Tone> = { draft: "neutral", shadow: "info", active: "good", retired: "neutral" };
const icons: Partial<Record<Status, LucideIcon>> = { draft: CircleDashed, active: Radio };

export function VersionState({ status, percent }: { status: Status; percent: number }) {
	const t = useTranslations("matching.states");
	const icon = icons[status];
	return (
		<StatusPill tone={tones[status]} {...(icon && { icon })}>
			{percent > 0 ? t("sharing", { percent }) : t(status)}
		</StatusPill>
	);
}
