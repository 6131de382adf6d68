"use client";

import { useMemo, useState } from "react";

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
