"use client";

import { type ReactNode, useState } from "react";
import type { DialogProps } from "./dialog-panel";
import { later } from "./later";

/** Fetched by the first who opens one. */
const DialogPanel = later(() => import("./dialog-panel"));

/** For who may be without signal when one is needed. */
export const fetchDialogs = (): void => void import("./dialog-panel");

/**
 * A dialog whose owner holds `open`. Close it after the server has answered by setting `open`, never by wrapping a submit
 * button in a close element: that would take the form away before it is sent.
 */
export function Dialog(props: DialogProps) {
	return useWasOpen(props.open) && <DialogPanel {...props} />;
}

/** Once opened it stays, so that it can leave as it came. */
export function useWasOpen(open: boolean): boolean {
	const [was, setWas] = useState(open);
	if (open && !was) setWas(true);
	return was || open;
}

/** The row of buttons at a dialog's end: the main one last, where the eye ends. */
export function DialogActions({ children }: { children: ReactNode }) {
	return <div className="mt-6 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">{children}</div>;
}
