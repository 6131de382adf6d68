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

/** What happened, one after another. */
export function Timeline({ entries, className }: { entries: readonly TimelineEntry[]; className?: string }) {
	return (
		<ol className={cn("text-body", className)}>
			{entries.map((entry) => (
				<li key={entry.key} className="group relative flex gap-4 pb-5 last:pb-0">
					<span aria-hidden className="absolute top-5 bottom-0 left-[5px] w-px bg-line group-last:hidden" />
					<span
						aria-hidden
						className={cn("relative mt-[0.4em] size-[11px] shrink-0 rounded-full", dots[entry.tone ?? "neutral"])}
					/>
					<div className="min-w-0 flex-1">
						<div className="flex flex-wrap items-baseline justify-between gap-x-4">
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
