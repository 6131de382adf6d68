"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../icon-button";
import { Menu, MenuChoice } from "../menu";
import { type Theme, themes } from "./theme";
import { useTheme } from "./use-theme";

const icons: Record<Theme, typeof Sun> = { light: Sun, dark: Moon, system: Monitor };

/** The choice of light and dark, within a menu. */
export function ThemeChoice() {
	const t = useTranslations("common.theme");
	const [theme, choose] = useTheme();
	const choices = themes.map((value) => {
		const Icon = icons[value];
		return { value, label: t(value), icon: <Icon aria-hidden /> };
	});
	return <MenuChoice label={t("label")} value={theme} choices={choices} onChoose={choose} />;
}

/** The same as a button of its own. */
export function ThemeSwitch() {
	const t = useTranslations("common.theme");
	const [theme] = useTheme();
	const Icon = icons[theme];
	return (
		<Menu trigger={<IconButton label={t("label")} icon={<Icon />} />}>
			<ThemeChoice />
		</Menu>
	);
}
