import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { Link } from "./link";

type PageHeaderProps = {
	title: ReactNode;
	/** Beside the title, as a status. */
	status?: ReactNode;
	help?: ReactNode;
	/** The way up. */
	back?: { href: string; label: string };
	/** The main action last. */
	actions?: ReactNode;
	className?: string;
};

/** The head of a page: exactly one `h1`. */
export function PageHeader({ title, status, help, back, actions, className }: PageHeaderProps) {
	return (
		<header className={cn("mb-6 sm:mb-8", className)}>
			{back && (
				<Link href={back.href} look="quiet" className="-ml-1 mb-2 inline-flex min-h-6 items-center gap-1 text-sm">
					<ChevronLeft aria-hidden className="size-4" />
					{back.label}
				</Link>
			)}
			<div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
				<div className="min-w-0">
					<div className="flex flex-wrap items-center gap-x-3 gap-y-1">
						<h1 className="wrap-anywhere font-semibold text-xl tracking-tight">{title}</h1>
						{status}
					</div>
					{help && <p className="mt-1 max-w-prose text-body text-muted first-letter:uppercase">{help}</p>}
				</div>
				{actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
			</div>
		</header>
	);
}
