"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { cn } from "@/app/_ui/cn";
import { useTRPC } from "@/app/_ui/query/trpc";
import { type ChainSteps, infoOf } from "./editor/chain";
import { stepIcons } from "./editor/step-icons";

/** A chain in one look: its steps in order, what each does, and how much each score counts. */
export function ChainSketch({ steps }: { steps: ChainSteps }) {
	const t = useTranslations("matching.editor");
	const locale = useLocale();
	const { data: known } = useSuspenseQuery(useTRPC().matching.steps.queryOptions());
	return (
		<ol aria-label={t("chain")} className="flex flex-wrap items-center gap-x-1.5 gap-y-2">
			{steps.map((entry, place) => {
				const info = infoOf(known, entry);
				const Icon = stepIcons[info?.kind ?? "filter"];
				return (
					<li key={entry.as ?? entry.step} className="flex items-center gap-1.5">
						{place > 0 && <ArrowRight aria-hidden className="size-3.5 text-edge" />}
						<span
							className={cn(
								"inline-flex items-center gap-1.5 rounded-md border border-line px-2 py-1 text-sm",
								!entry.on && "text-muted line-through",
							)}
						>
							<Icon aria-hidden className="size-3.5 text-muted" />
							{info?.name[locale] ?? entry.step}
							{entry.weight !== null && <span className="figures text-muted">× {entry.weight}</span>}
						</span>
					</li>
				);
			})}
		</ol>
	);
}
