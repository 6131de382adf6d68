import { useTranslations } from "next-intl";
import { Button } from "../_ui/button";
import { Link } from "../_ui/link";
import { BoxCat } from "../_ui/spot/box-cat";
import { StatusPage } from "../_ui/status-page";

export default function NotFound() {
	const t = useTranslations("common");
	return (
		<StatusPage
			picture={<BoxCat className="w-40" />}
			title={t("pages.notFoundTitle")}
			help={t("pages.notFoundHelp")}
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
