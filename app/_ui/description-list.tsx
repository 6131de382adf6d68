import type { ReactNode } from "react";
import { cn } from "./cn";

type DescriptionListProps = {
	items: readonly { term: ReactNode; description: ReactNode; key?: string }[];
	/** Terms and descriptions side by side as in a bill: descriptions at the right end. */
	bill?: boolean;
	className?: string;
};

/** Facts by name. */
export function DescriptionList({ items, bill, className }: DescriptionListProps) {
	return (
		<dl className={cn("text-body", bill ? "divide-y divide-line" : "space-y-3", className)}>
			{items.map(({ term, description, key }) => (
				<div
					key={key ?? String(term)}
					className={cn(
						bill ? "flex items-baseline justify-between gap-6 py-2" : "grid gap-x-6 sm:grid-cols-[10rem_1fr]",
					)}
				>
					<dt className="text-muted">{term}</dt>
					<dd
						{...(bill && { "data-figures": true })}
						// In a bill a figure stays whole however long its name is.
						className={bill ? "wrap-break-word max-w-3/4 text-right font-medium" : "wrap-anywhere min-w-0"}
					>
						{description}
					</dd>
				</div>
			))}
		</dl>
	);
}
