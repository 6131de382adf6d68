"use client";

import { OfficePalette } from "./office-palette";
import { ShortcutSheet } from "./shortcut-sheet";
import type { Commands } from "./use-commands";
import { useShortcuts } from "./use-shortcuts";

/** Everything by keyboard: the palette, the shortcuts, and the sheet that tells them. */
export function OfficeCommands({ commands }: { commands: Commands }) {
	const shortcuts = useShortcuts(commands);
	const { open, close } = commands;
	return (
		<>
			{open === "palette" && <OfficePalette commands={commands} />}
			<ShortcutSheet open={open === "help"} onClose={close} shortcuts={shortcuts} />
		</>
	);
}
