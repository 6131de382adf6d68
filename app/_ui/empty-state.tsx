import type { ReactNode } from "react";
import { cn } from "./cn";

type EmptyStateProps = {
	title: ReactNode;
	/** What one can do about it. */
	children?: ReactNode;
	action?: ReactNode;
	/** A drawing or an icon. */
	picture?: ReactNode;
	className?: string;
};

/** What a list says when there is nothing in it: why, and what to do. */
export function EmptyState({ title, children, action, picture, className }: EmptyStateProps) {
	return (
		<div className={cn("mx-auto flex max-w-md flex-col items-center px-4 py-12 text-center", className)}>
			{picture && <div className="mb-6 text-muted [&>svg:not([data-drawing])]:size-10">{picture}</div>}
			<h2 className="font-semibold text-lg">{title}</h2>
			{children && <div className="mt-2 text-body text-muted">{children}</div>}
			{action && <div className="mt-6">{action}</div>}
		</div>
	);
}
