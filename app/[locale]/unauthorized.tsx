import { getLocale, getTranslations } from "next-intl/server";
import { getPathname } from "../_i18n/navigation";
import { SignInLink } from "../_ui/sign-in-link";
import { StatusPage } from "../_ui/status-page";

export default async function Unauthorized() {
	const t = await getTranslations("status.unauthorized");
	const href = getPathname({ locale: await getLocale(), href: "/sign-in" });
	return (
		<StatusPage title={t("title")} help={t("help")} actions={<SignInLink href={href}>{t("signIn")}</SignInLink>} />
	);
}
