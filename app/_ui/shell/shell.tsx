import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "../cn";

export type Place = "site" | "office" | "worker" | "kiosk";

type ShellProps = {
	/** Decides density: text, controls and rows, also in dialogs. */
	place: Place;
	header?: ReactNode;
	/** The office's rail. */
	rail?: ReactNode;
	/** The worker's bar at the thumb. */
	bottom?: ReactNode;
	/** A public page's end. */
	footer?: ReactNode;
	/** `prose` for one column, `page` for most, `full` for the office and the kiosk. */
	width?: keyof typeof widths;
	children: ReactNode;
};

const widths = { prose: "max-w-2xl", page: "max-w-5xl", full: "max-w-none" };

/** The frame around the pages of one surface. */
export function Shell({ place, header, rail, bottom, footer, width = "page", children }: ShellProps) {
	const t = useTranslations("common.actions");
	return (
		<div data-place={place} className={cn("flex min-h-dvh flex-col", rail && "lg:flex-row")}>
			{/* In a landmark of its own: the demo's bar may stand before it. */}
			<nav aria-label={t("skipToContent")}>
				<a
					href="#content"
					className="sr-only rounded-md bg-inverse px-4 py-2 text-on-inverse focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-60"
				>
					{t("skipToContent")}
				</a>
			</nav>
			{rail}
			<div className="flex min-w-0 flex-1 flex-col">
				{header}
				<main
					id="content"
					tabIndex={-1}
					className={cn(
						"mx-auto w-full flex-1 px-4 py-6 outline-none sm:px-6 sm:py-8",
						widths[width],
						bottom && "pb-24",
					)}
				>
					{children}
				</main>
				{footer}
			</div>
			{bottom}
		</div>
	);
}
