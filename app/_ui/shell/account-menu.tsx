"use client";

import type { ReactNode } from "react";
import { LanguageChoice } from "../language/language-switch";
import { Menu, MenuSeparator } from "../menu";
import { ThemeChoice } from "../theme/theme-switch";

type AccountMenuProps = {
	/** A button that shows who is signed in. */
	trigger: ReactNode;
	/** `MenuItem`s: profile, sign out. */
	children?: ReactNode;
};

/** The menu of whoever is signed in, with language and appearance. */
export function AccountMenu({ trigger, children }: AccountMenuProps) {
	return (
		<Menu trigger={trigger}>
			{children}
			{children && <MenuSeparator />}
			<LanguageChoice />
			<MenuSeparator />
			<ThemeChoice />
		</Menu>
	);
}
