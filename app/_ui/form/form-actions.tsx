import type { ReactNode } from "react";

/** The buttons at a form's end: the main one first on the desktop and undermost on the phone, where the thumb is. */
export function FormActions({ children }: { children: ReactNode }) {
	return <div className="flex flex-col-reverse gap-2 pt-2 sm:flex-row-reverse sm:justify-end">{children}</div>;
}
