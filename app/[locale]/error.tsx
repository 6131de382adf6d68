"use client";

import { useTranslations } from "next-intl";
import { Button } from "../_ui/button";
import { StatusPage } from "../_ui/status-page";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: Props) {
	const t = useTranslations("common");
	const { digest } = error;
	return (
		<StatusPage
			title={t("pages.errorTitle")}
			help={digest ? t("pages.errorHelp", { digest }) : t("pages.errorHelpPlain")}
			actions={<Button onClick={reset}>{t("actions.tryAgain")}</Button>}
		/>
	);
}
