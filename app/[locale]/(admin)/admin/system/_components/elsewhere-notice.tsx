import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { Notice } from "@/app/_ui/notice";
import type { Installation } from "./use-installation";

/** Where an Inngest outside runs the functions, their runs are shown there and not here. */
export function ElsewhereNotice({ engine }: { engine: Installation["engine"] }) {
	const t = useTranslations("system.elsewhere");
	if (engine.dashboard === null) return null;
	return (
		<Notice
			tone="info"
			title={t("title")}
			action={
				<a
					href={engine.dashboard}
					target="_blank"
					rel="noreferrer"
					className="inline-flex items-center gap-1.5 font-medium underline underline-offset-4"
				>
					{t("open")}
					<ExternalLink aria-hidden className="size-4" />
				</a>
			}
		>
			{t("help")}
		</Notice>
	);
}
