import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "./cn";

/** A place that will be filled: give it the shape of what comes. */
export function Skeleton({ className }: { className?: string }) {
	return <span aria-hidden className={cn("block h-4 animate-breathe rounded-sm bg-line", className)} />;
}

/** Says once that something is loading, around skeletons of the same shape as what comes. */
export function Loading({ children, className }: { children: ReactNode; className?: string }) {
	const t = useTranslations("common.state");
	return (
		<div role="status" className={className}>
			<span className="sr-only">{t("loading")}</span>
			{children}
		</div>
	);
}

/** Rows of a table that is coming. */
export function SkeletonRows({ rows = 8, columns = 4 }: { rows?: number; columns?: number }) {
	return (
		<Loading className="divide-y divide-line">
			{names(rows).map((row) => (
				<div key={row} className="flex h-row items-center gap-6">
					{names(columns).map((column) => (
						<Skeleton key={column} className="flex-1 first:flex-2" />
					))}
				</div>
			))}
		</Loading>
	);
}

/** Cards that are coming. */
export function SkeletonCards({ cards = 3 }: { cards?: number }) {
	return (
		<Loading className="space-y-3">
			{names(cards).map((card) => (
				<div key={card} className="space-y-3 rounded-md border border-line bg-surface p-4 sm:p-6">
					<Skeleton className="h-5 w-2/5" />
					<Skeleton className="w-4/5" />
					<Skeleton className="w-3/5" />
				</div>
			))}
		</Loading>
	);
}

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `place ${index}`);
