"use client";

import { useState } from "react";

/**
 * What a form was filled with, while the newest state comes in by itself: somebody else's change must not take away what one
 * has typed, and must not go unnoticed. Key the form by the shown version.
 */
export function useShown<State extends { version: number }>(newest: State) {
	const [shown, show] = useState(newest);
	return { shown, show, isOutdated: newest.version > shown.version };
}
