"use client";

import { useEffect, useSyncExternalStore } from "react";
import { useRouter } from "@/app/_i18n/navigation";
import { systemNow } from "@/server/kernel/clock";
import { creations, places } from "../places";
import type { Commands } from "./use-commands";

const STORED = "office-shortcuts";
const CHANGED = "office-shortcuts-changed";
/** How long a first key waits for its second. */
const PATIENCE_MS = 1_500;

/** First key, second key, address. Keys are places on the keyboard: a Russian layout has them, too. */
const journeys: Record<string, Record<string, string>> = {
	KeyG: Object.fromEntries(places.map(({ key, href }) => [key, href])),
	KeyN: Object.fromEntries(creations.map(({ key, href }) => [key, href])),
};

/** Where letters mean letters, or where a dialog has the keyboard. */
const isTaken = (target: EventTarget | null): boolean =>
	target instanceof Element &&
	target.closest(
		"input, textarea, select, [contenteditable='true'], [role='dialog'], [role='menu'], [role='listbox']",
	) !== null;

/** Listens to the office's shortcuts. Single letters can be switched off (WCAG 2.1.4); Ctrl-K is always there. */
export function useShortcuts(commands: Commands) {
	const router = useRouter();
	const [lettersOn, turnLetters] = useLetters();
	const { openHelp, togglePalette } = commands;
	useEffect(() => {
		let first: { key: string; at: number } | null = null;
		const press = (event: KeyboardEvent) => {
			if (event.code === "KeyK" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
				event.preventDefault();
				togglePalette();
				return;
			}
			if (!lettersOn || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTaken(event.target)) return;
			if (event.key === "?") {
				event.preventDefault();
				openHelp();
				return;
			}
			if (event.shiftKey) return;
			const now = systemNow().getTime();
			const to = first && now - first.at < PATIENCE_MS ? journeys[first.key]?.[event.code] : undefined;
			first = to === undefined && event.code in journeys ? { key: event.code, at: now } : null;
			if (to === undefined) return;
			event.preventDefault();
			router.push(to);
		};
		window.addEventListener("keydown", press);
		return () => window.removeEventListener("keydown", press);
	}, [router, lettersOn, openHelp, togglePalette]);
	return { lettersOn, turnLetters };
}

function subscribe(changed: () => void): () => void {
	window.addEventListener("storage", changed);
	window.addEventListener(CHANGED, changed);
	return () => {
		window.removeEventListener("storage", changed);
		window.removeEventListener(CHANGED, changed);
	};
}

function turn(on: boolean): void {
	if (on) localStorage.removeItem(STORED);
	else localStorage.setItem(STORED, "off");
	window.dispatchEvent(new Event(CHANGED));
}

const useLetters = () =>
	[
		useSyncExternalStore(
			subscribe,
			() => localStorage.getItem(STORED) !== "off",
			() => true,
		),
		turn,
	] as const;
