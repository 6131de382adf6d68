import { Check, CircleAlert, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Tone } from "./badge";
import { cn } from "./cn";

const looks: Record<Exclude<Tone, "neutral">, { icon: LucideIcon; className: string; word: string }> = {
	good: { icon: Check, className: "bg-good-tint", word: "text-good" },
	info: { icon: Info, className: "bg-info-tint", word: "text-info" },
	warn: { icon: TriangleAlert, className: "bg-warn-tint", word: "text-warn" },
	bad: { icon: CircleAlert, className: "bg-bad-tint", word: "text-bad" },
};

type NoticeProps = {
	tone: keyof typeof looks;
	title?: ReactNode;
	children?: ReactNode;
	/** A button or link that mends it. */
	action?: ReactNode;
	/** Read aloud when it appears. */
	live?: boolean;
	className?: string;
};

/** A message within the page: what happened, what it means, what to do. */
export function Notice({ tone, title, children, action, live, className }: NoticeProps) {
	const { icon: Icon, className: tint, word } = looks[tone];
	return (
		<div
			{...(live && { role: tone === "bad" ? "alert" : "status" })}
			className={cn("flex items-start gap-3 rounded-md p-4 text-body text-ink", tint, className)}
		>
			<Icon aria-hidden className={cn("mt-0.5 size-5 shrink-0", word)} />
			<div className="min-w-0 flex-1 space-y-1">
				{title && <p className="font-semibold">{title}</p>}
				{children && <div className="space-y-2">{children}</div>}
				{action && <div className="pt-2">{action}</div>}
			</div>
		</div>
	);
}
