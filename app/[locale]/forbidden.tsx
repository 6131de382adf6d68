import { getTranslations } from "next-intl/server";
import { buttonLook } from "../_ui/button-look";
import { Logo } from "../_ui/logo";
import { PlainLink } from "../_ui/plain-link";
import { StatusPage } from "../_ui/status-page";

export default async function Forbidden() {
	const t = await getTranslations("status");
	return (
		<StatusPage
			picture={<Logo className="size-16" />}
			title={t("forbidden.title")}
			help={t("forbidden.help")}
			actions={
				<PlainLink href="/" className={buttonLook()}>
					{t("goHome")}
				</PlainLink>
			}
		/>
	);
}
