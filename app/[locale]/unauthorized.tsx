"use client";

import { useTranslations } from "next-intl";
import { usePathname } from "../_i18n/navigation";
import { Button } from "../_ui/button";
import { Link } from "../_ui/link";
import { StatusPage } from "../_ui/status-page";

export default function Unauthorized() {
	const t = useTranslations("common");
	const to = usePathname();
	return (
		<StatusPage
			title={t("pages.unauthorizedTitle")}
			help={t("pages.unauthorizedHelp")}
			actions={
				<Button asChild look="primary">
					<Link look="plain" href={{ pathname: "/sign-in", query: { to } }}>
						{t("actions.signIn")}
					</Link>
				</Button>
			}
		/>
	);
}
