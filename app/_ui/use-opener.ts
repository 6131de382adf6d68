import { useRef } from "react";

/** Gives the focus back to what a dialog was opened from. Radix does so only for a trigger of its own, and ours have none. */
export function useOpener() {
	const opener = useRef<Element | null>(null);
	return {
		onOpenAutoFocus: () => {
			opener.current = document.activeElement;
		},
		onCloseAutoFocus: (event: Event) => {
			event.preventDefault();
			if (opener.current instanceof HTMLElement) opener.current.focus();
		},
	};
}
