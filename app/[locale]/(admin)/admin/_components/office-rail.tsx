"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/app/_ui/icon-button";
import { Keys } from "@/app/_ui/keys";
import { SideRail } from "@/app/_ui/shell/side-rail";
import { SignedInMenu } from "@/app/_ui/shell/signed-in-menu";
import { OfficeCommands } from "./palette/office-commands";
import { useCommands } from "./palette/use-commands";
import { type PlaceName, placeGroups, places } from "./places";
import { useAttention } from "./use-attention";

/** The office's sections, what waits in each, and the command palette at hand. */
export function OfficeRail({ manager }: { manager: boolean }) {
	const t = useTranslations("office.rail");
	const attention = useAttention({ enabled: manager });
	const commands = useCommands();
	const counts: Partial<Record<PlaceName, number>> = { overview: attention.total, orders: attention.orders };
	return (
		<>
			<SideRail
				home="/admin"
				{...(manager && {
					bar: <IconButton label={t("search")} icon={<Search />} onClick={commands.openPalette} />,
					top: <SearchButton onClick={commands.openPalette} />,
				})}
				groups={placeGroups.map((group) => ({
					...(group !== "work" && { label: t(`groups.${group}`) }),
					items: places
						.filter((place) => place.group === group)
						.map(({ name, href, icon, exact }) => {
							const count = counts[name] ?? 0;
							return {
								...{ href, icon, label: t(name), ...(exact && { exact }) },
								...(count > 0 && { count, countLabel: t("needAttention", { count }) }),
							};
						}),
				}))}
				foot={<SignedInMenu />}
			/>
			{manager && <OfficeCommands commands={commands} />}
		</>
	);
}

function SearchButton({ onClick }: { onClick: () => void }) {
	const t = useTranslations("office.rail");
	return (
		<button
			type="button"
			onClick={onClick}
			className="flex h-9 w-full items-center gap-2.5 rounded-md border border-line bg-surface px-2 text-muted transition-colors hover:border-edge hover:text-ink max-lg:hidden"
		>
			<Search aria-hidden className="size-4" />
			<span className="flex-1 truncate text-left">{t("search")}</span>
			<Keys keys={["Ctrl", "K"]} />
		</button>
	);
}
