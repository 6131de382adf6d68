"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { type Theme, themes } from "./theme";
import { useTheme } from "./use-theme";

const icons: Record<Theme, typeof Sun> = { light: Sun, dark: Moon, system: Monitor };

/** Goes from one theme to the next: for public pages, which can't afford a menu. */
export function ThemeToggle({ label, names }: { label: string; names: Record<Theme, string> }) {
	const [theme, choose] = useTheme();
	const Icon = icons[theme];
	const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
	const words = `${label}: ${names[theme]}`;
	return (
		<button
			type="button"
			aria-label={words}
			title={words}
			onClick={() => choose(next)}
			className="inline-flex size-control items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-ink"
		>
			<Icon aria-hidden className="size-5" />
		</button>
	);
}
