export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const THEME_KEY = "theme";

/** The attribute that globals.css knows; no attribute means: as the system wishes. */
export function applyTheme(theme: Theme): void {
	const { dataset } = document.documentElement;
	if (theme === "system") delete dataset.theme;
	else dataset.theme = theme;
}

export const readTheme = (stored: string | null): Theme => themes.find((theme) => theme === stored) ?? "system";
