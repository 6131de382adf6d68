"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";

/** Says above a form that what it was filled with has changed, and offers the newest. */
export function OutdatedNotice({ onReload }: { onReload: () => void }) {
	const t = useTranslations("workers.outdated");
	return (
		<Notice
			tone="warn"
			live
			action={
				<Button size="small" onClick={onReload}>
					{t("reload")}
				</Button>
			}
		>
			{t("text")}
		</Notice>
	);
}
