import type { ReactNode } from "react";

/** Keeps the main action of a phone page at the thumb, above the bottom navigation. */
export function ActionBar({ children }: { children: ReactNode }) {
	return (
		<div className="sticky bottom-[calc(4rem+env(safe-area-inset-bottom))] z-20 -mx-4 mt-6 flex flex-col gap-2 border-line border-t bg-canvas px-4 py-3 sm:mx-0 sm:rounded-md sm:border">
			{children}
		</div>
	);
}
