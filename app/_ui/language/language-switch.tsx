"use client";

import { Languages } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { usePathname } from "../../_i18n/navigation";
import { type Locale, routing } from "../../_i18n/routing";
import { IconButton } from "../icon-button";
import { Menu, MenuChoice } from "../menu";

/** The choice of language, within a menu. It stays on the page, and is remembered by a cookie. */
export function LanguageChoice() {
	const t = useTranslations("common.language");
	const locale = useLocale();
	const pathname = usePathname();
	const choices = routing.locales.map((value) => ({ value, label: t(value) }));
	// A whole new page, so that everything speaks the same language; the full address makes the server remember the choice.
	const choose = (chosen: Locale) => window.location.assign(`/${chosen}${pathname}${window.location.search}`);
	return <MenuChoice label={t("label")} value={locale} choices={choices} onChoose={choose} />;
}

/** The same as a button of its own. */
export function LanguageSwitch() {
	const t = useTranslations("common.language");
	return (
		<Menu trigger={<IconButton label={t("label")} icon={<Languages />} />}>
			<LanguageChoice />
		</Menu>
	);
}
