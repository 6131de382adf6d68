import type { ReactNode } from "react";
import type { Tone } from "./badge";
import { cn } from "./cn";

const dots: Record<Tone, string> = {
	neutral: "bg-edge",
	good: "bg-good",
	warn: "bg-warn",
	bad: "bg-bad",
	info: "bg-info",
};

export type TimelineEntry = {
	key: string;
	/** Formatted; wrap in `<time>` by `dateTime`. */
	at: ReactNode;
	dateTime?: string;
	title: ReactNode;
	/** Who did it, or which event carried it. */
	by?: ReactNode;
	children?: ReactNode;
	tone?: Tone;
};

type TimelineProps = {
	entries: readonly TimelineEntry[];
	/** Many on one screen: closer together, each time beside its title. */
	dense?: boolean;
	className?: string;
};

/** What happened, one after another. */
export function Timeline({ entries, dense, className }: TimelineProps) {
	return (
		<ol className={cn("text-body", className)}>
			{entries.map((entry) => (
				<li key={entry.key} className={cn("group relative flex gap-4 last:pb-0", dense ? "pb-3" : "pb-5")}>
					<span aria-hidden className="absolute top-5 bottom-0 left-[5px] w-px bg-line group-last:hidden" />
					<span
						aria-hidden
						className={cn("relative mt-[0.4em] size-[11px] shrink-0 rounded-full", dots[entry.tone ?? "neutral"])}
					/>
					<div className="min-w-0 flex-1">
						<div className={cn("flex items-baseline justify-between gap-x-4", !dense && "flex-wrap")}>
							<p className="font-medium">{entry.title}</p>
							<time dateTime={entry.dateTime} className="text-muted text-sm">
								{entry.at}
							</time>
						</div>
						{entry.by && <p className="text-muted text-sm">{entry.by}</p>}
						{entry.children && <div className="mt-1 text-muted">{entry.children}</div>}
					</div>
				</li>
			))}
		</ol>
	);
}
