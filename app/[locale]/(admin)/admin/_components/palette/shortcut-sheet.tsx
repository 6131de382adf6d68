"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Keys } from "@/app/_ui/keys";
import { Sheet } from "@/app/_ui/sheet";
import { Switch } from "@/app/_ui/switch";
import { creations, letterOf, places } from "../places";
import type { useShortcuts } from "./use-shortcuts";

type ShortcutSheetProps = { open: boolean; onClose: () => void; shortcuts: ReturnType<typeof useShortcuts> };

/** All shortcuts on one sheet. */
export function ShortcutSheet({ open, onClose, shortcuts: { lettersOn, turnLetters } }: ShortcutSheetProps) {
	const t = useTranslations("palette");
	const rail = useTranslations("office.rail");
	return (
		<Sheet open={open} onOpenChange={onClose} title={t("shortcuts.title")} help={t("shortcuts.help")}>
			<div className="space-y-6">
				<Group title={t("shortcuts.anywhere")}>
					<Shortcut keys={["Ctrl", "K"]}>{t("shortcuts.palette")}</Shortcut>
					<Shortcut keys={["?"]}>{t("shortcuts.sheet")}</Shortcut>
				</Group>
				<Group title={t("shortcuts.go")}>
					{places.map(({ name, key }) => (
						<Shortcut key={name} keys={["G", letterOf(key)]}>
							{rail(name)}
						</Shortcut>
					))}
				</Group>
				<Group title={t("shortcuts.make")}>
					{creations.map(({ name, key }) => (
						<Shortcut key={name} keys={["N", letterOf(key)]}>
							{t(`actions.${name}`)}
						</Shortcut>
					))}
				</Group>
				<Switch
					label={t("shortcuts.letters")}
					help={t("shortcuts.lettersHelp")}
					checked={lettersOn}
					onCheckedChange={turnLetters}
				/>
			</div>
		</Sheet>
	);
}

function Group({ title, children }: { title: string; children: ReactNode }) {
	return (
		<section>
			<h3 className="mb-1 font-medium text-muted text-sm">{title}</h3>
			<dl className="divide-y divide-line">{children}</dl>
		</section>
	);
}

function Shortcut({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
	return (
		<div className="flex min-h-9 items-center justify-between gap-4 text-body">
			<dt>{children}</dt>
			<dd>
				<Keys keys={keys} />
			</dd>
		</div>
	);
}
