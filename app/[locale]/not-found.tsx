import { getTranslations } from "next-intl/server";
import { buttonLook } from "../_ui/button-look";
import { PlainLink } from "../_ui/plain-link";
import { BoxCat } from "../_ui/spot/box-cat";
import { StatusPage } from "../_ui/status-page";

export default async function NotFound() {
	const t = await getTranslations("status");
	return (
		<StatusPage
			picture={<BoxCat className="w-40" />}
			title={t("notFound.title")}
			help={t("notFound.help")}
			actions={
				<PlainLink href="/" className={buttonLook()}>
					{t("goHome")}
				</PlainLink>
			}
		/>
	);
}
