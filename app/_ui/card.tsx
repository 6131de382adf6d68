import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

type CardProps = ComponentProps<"section"> & { padding?: "none" | "place" };

/** A surface for one thing. Group by space first: a card inside a card is a sign of a missing heading. */
export function Card({ padding = "place", className, ...rest }: CardProps) {
	return (
		<section
			className={cn("min-w-0 rounded-md border border-line bg-surface", padding === "place" && "p-4 sm:p-6", className)}
			{...rest}
		/>
	);
}

type CardHeaderProps = { title: ReactNode; help?: ReactNode; actions?: ReactNode; className?: string };

export function CardHeader({ title, help, actions, className }: CardHeaderProps) {
	return (
		<header className={cn("mb-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-2", className)}>
			<div className="min-w-0 max-w-prose">
				<h2 className="font-semibold text-base">{title}</h2>
				{help && <p className="mt-1 text-muted text-sm">{help}</p>}
			</div>
			{actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
		</header>
	);
}
