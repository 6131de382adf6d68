"use client";

import type { ConfirmDialogProps } from "./confirm-dialog-panel";
import { useWasOpen } from "./dialog";
import { later } from "./later";

const ConfirmDialogPanel = later(() => import("./confirm-dialog-panel"));

/** Asks before what can't be undone. It can't be left by a press beside it; Escape and the quiet button leave all as it was. */
export function ConfirmDialog(props: ConfirmDialogProps) {
	return useWasOpen(props.open) && <ConfirmDialogPanel {...props} />;
}
