import { useTranslations } from "next-intl";
import { Button } from "../_ui/button";
import { Link } from "../_ui/link";
import { StatusPage } from "../_ui/status-page";

export default function Forbidden() {
	const t = useTranslations("common");
	return (
		<StatusPage
			title={t("pages.forbiddenTitle")}
			help={t("pages.forbiddenHelp")}
			actions={
				<Button asChild>
					<Link look="plain" href="/">
						{t("actions.goHome")}
					</Link>
				</Button>
			}
		/>
	);
}
