import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";

type LeftProps = { after: number; before: number; all: number };

/** How many candidates a step leaves: a stage of the funnel. */
export function Left({ after, before, all }: LeftProps) {
	const t = useTranslations("matching.editor");
	const share = (count: number) => `${all === 0 ? 0 : (100 * count) / all}%`;
	return (
		<div className="flex items-center gap-3">
			<div
				aria-hidden
				style={{ "--before": share(before), "--after": share(after) } as CSSProperties}
				className="relative h-2 min-w-16 flex-1 overflow-hidden rounded-full bg-sunken"
			>
				<div className="absolute inset-y-0 left-0 w-(--before) rounded-full bg-warn-tint" />
				<div className="absolute inset-y-0 left-0 w-(--after) rounded-full bg-chart-1 transition-[width]" />
			</div>
			<p className="figures w-44 shrink-0 text-right text-muted text-sm">
				{t("left", { count: after, gone: before - after })}
			</p>
		</div>
	);
}
