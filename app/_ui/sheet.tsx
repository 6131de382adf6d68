"use client";

import type { ComponentProps } from "react";
import { Dialog } from "./dialog";

/** A dialog at the side for looking closer without leaving the list. */
export function Sheet(props: Omit<ComponentProps<typeof Dialog>, "place">) {
	return <Dialog {...props} place="side" />;
}
