"use client";

import dynamic from "next/dynamic";
import type { ConfirmDialogProps } from "./confirm-dialog-panel";
import { useWasOpen } from "./dialog";

const ConfirmDialogPanel = dynamic(() => import("./confirm-dialog-panel"), { ssr: false });

/** Asks before what can't be undone. It can't be left by a press beside it; Escape and the quiet button leave all as it was. */
export function ConfirmDialog(props: ConfirmDialogProps) {
	return useWasOpen(props.open) && <ConfirmDialogPanel {...props} />;
}
