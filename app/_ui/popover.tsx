"use client";

import { type ComponentType, useState } from "react";
import { AsChild } from "./as-child";
import type { PopoverProps } from "./popover-panel";

const load = () => import("./popover-panel");

type Props = Omit<PopoverProps, "open" | "onOpenChange"> & Partial<Pick<PopoverProps, "open" | "onOpenChange">>;

/** Something that floats beside its button, which may be opened by its owner. It is fetched by the first who reaches for it. */
export function Popover({ open, onOpenChange, ...rest }: Props) {
	const [own, setOwn] = useState(false);
	const [Panel, setPanel] = useState<ComponentType<PopoverProps> | null>(null);
	const change = onOpenChange ?? setOwn;
	if (Panel) return <Panel {...rest} open={open ?? own} onOpenChange={change} />;
	const fetchAhead = () => void load();
	const ask = () =>
		void load().then(({ PopoverPanel }) => {
			setPanel(() => PopoverPanel);
			change(true);
		});
	return (
		<AsChild
			aria-haspopup="dialog"
			aria-expanded={false}
			onPointerEnter={fetchAhead}
			onFocus={fetchAhead}
			onClick={ask}
		>
			{rest.trigger}
		</AsChild>
	);
}
