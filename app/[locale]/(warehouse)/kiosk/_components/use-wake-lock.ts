"use client";

import { useEffect } from "react";

/** Keeps the screen on. The system lets go when the page is hidden, so it is asked again when the page is back. */
export function useWakeLock(): void {
	useEffect(() => {
		let lock: WakeLockSentinel | null = null;
		let gone = false;
		const hold = async () => {
			if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
			// A device on its last battery may refuse; then the screen goes dark as its settings say.
			const held = await navigator.wakeLock.request("screen").catch(() => null);
			if (gone) void held?.release();
			else lock = held;
		};
		void hold();
		document.addEventListener("visibilitychange", hold);
		return () => {
			gone = true;
			document.removeEventListener("visibilitychange", hold);
			void lock?.release();
		};
	}, []);
}
