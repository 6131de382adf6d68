import type { ReactNode } from "react";

/** The buttons at a form's end: the main one comes first, so that Enter means it, and stands where the eye and the thumb end. */
export function FormActions({ children }: { children: ReactNode }) {
	return <div className="flex flex-col-reverse gap-2 pt-2 sm:flex-row-reverse">{children}</div>;
}
