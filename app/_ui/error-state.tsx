"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "./button";
import { Notice } from "./notice";
import { useRefusalText } from "./query/use-refusal-text";

type ErrorStateProps = { error: unknown; retry?: () => void; pending?: boolean; className?: string };

/** What a view shows when its data did not come: what happened, and a way to try again. */
export function ErrorState({ error, retry, pending, className }: ErrorStateProps) {
	const t = useTranslations("common.actions");
	const refusalText = useRefusalText();
	return (
		<Notice
			tone="bad"
			live
			className={className}
			action={
				retry && (
					<Button size="small" onClick={retry} pending={pending}>
						<RotateCw aria-hidden />
						{t("tryAgain")}
					</Button>
				)
			}
		>
			{refusalText(error)}
		</Notice>
	);
}
