"use client";

import { useMemo, useState } from "react";
import { OfficePalette } from "./office-palette";
import { ShortcutSheet } from "./shortcut-sheet";
import { useShortcuts } from "./use-shortcuts";

type Open = "palette" | "help" | null;

/** What is open of the palette and the sheet of shortcuts, and how to open it. */
export function useCommands() {
	const [open, setOpen] = useState<Open>(null);
	return useMemo(
		() => ({
			open,
			openPalette: () => setOpen("palette"),
			openHelp: () => setOpen("help"),
			togglePalette: () => setOpen((now) => (now === "palette" ? null : "palette")),
			close: () => setOpen(null),
		}),
		[open],
	);
}

export type Commands = ReturnType<typeof useCommands>;

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
