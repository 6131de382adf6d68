import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn";

/** What scrolls must be reachable by keyboard. */
const scrollable = { tabIndex: 0 };

type TableProps = {
	/** Names the table for those who do not see it; shown above it with `showCaption`. */
	caption: ReactNode;
	showCaption?: boolean;
	children: ReactNode;
	className?: string;
};

/** A real table, dense in the office. It scrolls sideways by itself where the screen is narrow. */
export function Table({ caption, showCaption, children, className }: TableProps) {
	const id = useId();
	return (
		<section aria-labelledby={id} {...scrollable} className={cn("relative overflow-x-auto rounded-md", className)}>
			<table className="w-full border-collapse text-left text-body">
				<caption id={id} className={showCaption ? "mb-2 text-left text-muted text-sm" : "sr-only"}>
					{caption}
				</caption>
				{children}
			</table>
		</section>
	);
}

export function TableHead({ children }: { children: ReactNode }) {
	return (
		<thead className="border-line border-b">
			<tr>{children}</tr>
		</thead>
	);
}

export function TableBody({ children }: { children: ReactNode }) {
	return <tbody className="divide-y divide-line">{children}</tbody>;
}

type Align = { numeric?: boolean };
type Sorted = "ascending" | "descending";

type ColumnProps = Align & {
	children: ReactNode;
	/** How the rows are sorted by this column now; with `sort` it becomes a button or link that changes it. */
	sorted?: Sorted | null;
	sort?: (content: ReactNode) => ReactNode;
	className?: string;
};

/** A column's head. `sort` wraps the content into the link or button that sorts by it. */
export function Column({ numeric, children, sorted, sort, className }: ColumnProps) {
	const t = useTranslations("common.table");
	const content = (
		<span className="inline-flex items-center gap-1">
			{children}
			{sorted === "ascending" && <ArrowUp aria-label={t("sortAscending")} className="size-3.5" />}
			{sorted === "descending" && <ArrowDown aria-label={t("sortDescending")} className="size-3.5" />}
		</span>
	);
	return (
		<th
			scope="col"
			{...(sorted && { "aria-sort": sorted })}
			className={cn(
				"h-row whitespace-nowrap px-3 font-medium max-sm:px-1.5 text-muted text-sm",
				numeric && "text-right",
				className,
			)}
		>
			{sort ? sort(content) : content}
		</th>
	);
}

export function Row({ className, ...rest }: ComponentProps<"tr">) {
	return <tr className={cn("transition-colors hover:bg-hover", className)} {...rest} />;
}

type CellProps = ComponentProps<"td"> &
	Align & { /** The row's name: read before each of its cells. */ header?: boolean };

export function Cell({ numeric, header, className, ...rest }: CellProps) {
	const look = cn("h-row px-3 py-1 max-sm:px-1.5", numeric && "whitespace-nowrap text-right tabular-nums", className);
	return header ? (
		<th scope="row" className={cn(look, !numeric && "text-left", "font-medium")} {...rest} />
	) : (
		<td className={look} {...rest} />
	);
}

/** The last line, for sums. */
export function TableFoot({ children }: { children: ReactNode }) {
	return <tfoot className="border-edge border-t font-semibold">{children}</tfoot>;
}
