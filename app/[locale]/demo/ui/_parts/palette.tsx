"use client";

import { ClipboardList, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { StatusPill } from "@/app/_ui/badge";
import { CommandPalette, PaletteGroup, PaletteItem } from "@/app/_ui/command-palette";
import { Keys } from "@/app/_ui/keys";
import { exampleOrders } from "./example-orders";

/** The command palette over the orders and pages of this page. */
export function Palette({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
	const t = useTranslations("gallery.floating");
	const states = useTranslations("gallery.states");
	const places = useTranslations("gallery.navigation");
	const [search, setSearch] = useState("");
	const isLike = (words: string) => words.toLowerCase().includes(search.trim().toLowerCase());
	const orders = exampleOrders.filter(({ number, worker }) => isLike(`${number} ${worker}`));
	const close = () => onOpenChange(false);
	return (
		<CommandPalette
			open={open}
			onOpenChange={onOpenChange}
			title={t("palette")}
			placeholder={t("paletteHelp")}
			search={search}
			onSearch={setSearch}
			busy={false}
			empty={t("paletteNothing")}
		>
			{orders.length > 0 && (
				<PaletteGroup title={places("orders")}>
					{orders.map(({ number, worker, state, tone }) => (
						<PaletteItem
							key={number}
							value={number}
							icon={<ClipboardList aria-hidden />}
							note={worker}
							end={<StatusPill tone={tone}>{states(state)}</StatusPill>}
							onSelect={close}
						>
							{number}
						</PaletteItem>
					))}
				</PaletteGroup>
			)}
			{isLike(places("today")) && (
				<PaletteGroup title={places("work")}>
					<PaletteItem value="today" icon={<Sun aria-hidden />} end={<Keys keys={["G", "T"]} />} onSelect={close}>
						{places("today")}
					</PaletteItem>
				</PaletteGroup>
			)}
		</CommandPalette>
	);
}
