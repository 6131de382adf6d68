"use client";

import { Keyboard, Monitor, Moon, Plus, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRouter } from "@/app/_i18n/navigation";
import { CommandPalette, PaletteGroup, PaletteItem } from "@/app/_ui/command-palette";
import { Keys } from "@/app/_ui/keys";
import { useTheme } from "@/app/_ui/theme/use-theme";
import { creations, letterOf, places } from "../places";
import { FoundCandidates, FoundOrders, FoundPeople } from "./found";
import type { Commands } from "./use-commands";
import { useFound } from "./use-found";

const themes = [
	{ theme: "light", icon: <Sun aria-hidden /> },
	{ theme: "dark", icon: <Moon aria-hidden /> },
	{ theme: "system", icon: <Monitor aria-hidden /> },
] as const;

/** Orders, people, candidates, places and deeds behind one field. */
export function OfficePalette({ commands: { close, openHelp } }: { commands: Commands }) {
	const t = useTranslations("palette");
	const rail = useTranslations("office.rail");
	const router = useRouter();
	const [, chooseTheme] = useTheme();
	const [search, setSearch] = useState("");
	const found = useFound(search);

	const open = (href: string) => {
		close();
		router.push(href);
	};
	const fits = fitting(search);
	const shownPlaces = places.filter(({ name }) => fits(rail(name)));
	const shownCreations = creations.filter(({ name }) => fits(t(`actions.${name}`)));
	const shownThemes = search ? themes.filter(({ theme }) => fits(t(`actions.theme.${theme}`))) : [];
	const helpShown = fits(t("shortcuts.title"));
	return (
		<CommandPalette
			open
			onOpenChange={close}
			title={t("title")}
			placeholder={t("placeholder")}
			search={search}
			onSearch={setSearch}
			busy={search !== "" && found.busy}
			empty={found.busy ? t("searching") : t(found.failed ? "failed" : "empty")}
			foot={<Foot />}
		>
			<FoundOrders orders={found.orders} open={open} />
			<FoundPeople people={found.people} open={open} />
			<FoundCandidates candidates={found.candidates} open={open} />
			{shownPlaces.length > 0 && (
				<PaletteGroup title={t("groups.places")}>
					{shownPlaces.map(({ name, href, icon, key }) => (
						<PaletteItem
							key={name}
							value={href}
							icon={icon}
							end={<Keys keys={["G", letterOf(key)]} className="max-sm:hidden" />}
							onSelect={() => open(href)}
						>
							{rail(name)}
						</PaletteItem>
					))}
				</PaletteGroup>
			)}
			{(shownCreations.length > 0 || shownThemes.length > 0 || helpShown) && (
				<PaletteGroup title={t("groups.actions")}>
					{shownCreations.map(({ name, href, key }) => (
						<PaletteItem
							key={name}
							value={href}
							icon={<Plus aria-hidden />}
							end={<Keys keys={["N", letterOf(key)]} className="max-sm:hidden" />}
							onSelect={() => open(href)}
						>
							{t(`actions.${name}`)}
						</PaletteItem>
					))}
					{shownThemes.map(({ theme, icon }) => (
						<PaletteItem
							key={theme}
							value={`theme ${theme}`}
							icon={icon}
							onSelect={() => {
								chooseTheme(theme);
								close();
							}}
						>
							{t(`actions.theme.${theme}`)}
						</PaletteItem>
					))}
					{helpShown && (
						<PaletteItem
							value="shortcuts"
							icon={<Keyboard aria-hidden />}
							end={<Keys keys={["?"]} className="max-sm:hidden" />}
							onSelect={openHelp}
						>
							{t("shortcuts.title")}
						</PaletteItem>
					)}
				</PaletteGroup>
			)}
		</CommandPalette>
	);
}

/** Whether a name holds every word that is typed, each perhaps only begun. */
function fitting(search: string): (name: string) => boolean {
	const words = search.toLowerCase().split(/\s+/).filter(Boolean);
	return (name) => words.every((word) => name.toLowerCase().includes(word));
}

function Foot() {
	const t = useTranslations("palette.foot");
	return (
		<>
			<span className="flex items-center gap-1.5">
				<Keys keys={["↑", "↓"]} /> {t("choose")}
			</span>
			<span className="flex items-center gap-1.5">
				<Keys keys={["↵"]} /> {t("open")}
			</span>
		</>
	);
}
