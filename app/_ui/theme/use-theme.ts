"use client";

import { useSyncExternalStore } from "react";
import { applyTheme, readTheme, THEME_KEY, type Theme } from "./theme";

const CHANGED = "theme-changed";

function subscribe(changed: () => void): () => void {
	const other = (event: StorageEvent) => {
		if (event.key !== THEME_KEY) return;
		applyTheme(readTheme(event.newValue));
		changed();
	};
	window.addEventListener("storage", other);
	window.addEventListener(CHANGED, changed);
	return () => {
		window.removeEventListener("storage", other);
		window.removeEventListener(CHANGED, changed);
	};
}

const current = (): Theme => readTheme(localStorage.getItem(THEME_KEY));

function choose(theme: Theme): void {
	localStorage.setItem(THEME_KEY, theme);
	applyTheme(theme);
	window.dispatchEvent(new Event(CHANGED));
}

/** The person's theme on this device, and how to change it. Other tabs follow. */
export function useTheme(): [Theme, (theme: Theme) => void] {
	return [useSyncExternalStore(subscribe, current, () => "system"), choose];
}
