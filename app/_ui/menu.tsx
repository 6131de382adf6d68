"use client";

import { type ComponentType, type KeyboardEvent, lazy, useState } from "react";
import { AsChild } from "./as-child";
import type { MenuChoiceProps, MenuItemProps, MenuProps } from "./menu-panel";

const load = () => import("./menu-panel");

/** A menu of deeds behind a button. `trigger` is one button. What floats is fetched by the first who reaches for it. */
export function Menu(props: MenuProps) {
	const [Panel, setPanel] = useState<ComponentType<MenuProps> | null>(null);
	if (Panel) return <Panel {...props} />;
	const fetchAhead = () => void load();
	const open = () => void load().then(({ MenuPanel }) => setPanel(() => MenuPanel));
	const openDownwards = (event: KeyboardEvent) => {
		if (event.key !== "ArrowDown") return;
		event.preventDefault();
		open();
	};
	return (
		<AsChild
			aria-haspopup="menu"
			aria-expanded={false}
			onPointerEnter={fetchAhead}
			onFocus={fetchAhead}
			onClick={open}
			onKeyDown={openDownwards}
		>
			{props.trigger}
		</AsChild>
	);
}

export const MenuItem = lazy(
	async (): Promise<{ default: ComponentType<MenuItemProps> }> => ({ default: (await load()).MenuItem }),
);

const AnyMenuChoice = lazy(
	async (): Promise<{ default: ComponentType<MenuChoiceProps<string>> }> => ({ default: (await load()).MenuChoice }),
);

/** One of several, with a mark on the chosen. */
export function MenuChoice<Value extends string>({ onChoose, ...rest }: MenuChoiceProps<Value>) {
	const chosen = (value: string) => {
		const found = rest.choices.find((choice) => choice.value === value);
		if (found) onChoose(found.value);
	};
	return <AnyMenuChoice {...rest} onChoose={chosen} />;
}

export const MenuSeparator = lazy(async () => ({ default: (await load()).MenuSeparator }));
