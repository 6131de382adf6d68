import { getLocale, getTranslations } from "next-intl/server";
import { localePath } from "../_i18n/routing";
import { buttonLook } from "../_ui/button-look";
import { Logo } from "../_ui/logo";
import { SignInLink } from "../_ui/sign-in-link";
import { StatusPage } from "../_ui/status-page";

export default async function Unauthorized() {
	const t = await getTranslations("status.unauthorized");
	const href = localePath(await getLocale(), "/sign-in");
	return (
		<StatusPage
			picture={<Logo className="size-16" />}
			title={t("title")}
			help={t("help")}
			actions={
				<SignInLink href={href} className={buttonLook({ look: "primary" })}>
					{t("signIn")}
				</SignInLink>
			}
		/>
	);
}
