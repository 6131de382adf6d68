import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { NapCat } from "@/app/_ui/spot/nap-cat";

type BoardColumnProps = {
	title: string;
	empty: string;
	count: number;
	/** How many more there are than are shown. */
	hidden: number;
	/** Nothing to do at all: a kind word instead of an empty place. */
	quiet: boolean;
	children: ReactNode;
};

/** One column of the board. It scrolls by itself when it is longer than the wall. */
export function BoardColumn({ title, empty, count, hidden, quiet, children }: BoardColumnProps) {
	const t = useTranslations("kiosk");
	const heading = useId();
	return (
		<section aria-labelledby={heading} className="flex min-h-0 min-w-0 flex-col">
			<h2 id={heading} className="flex h-9 shrink-0 items-center justify-between gap-2 px-1 font-semibold text-lg">
				<span className="truncate">{title}</span>
				<span data-figures className="font-normal text-muted">
					{count + hidden}
				</span>
			</h2>
			{count === 0 && (quiet ? <Quiet /> : <p className="px-1 py-4 text-muted">{empty}</p>)}
			<ul className="min-h-0 flex-1 space-y-2 overflow-y-auto overscroll-contain rounded-md p-0.5">{children}</ul>
			{hidden > 0 && <p className="shrink-0 px-1 pt-1 text-muted">{t("more", { count: hidden })}</p>}
		</section>
	);
}

function Quiet() {
	const t = useTranslations("kiosk.quiet");
	return (
		<div className="m-auto max-w-sm px-4 py-12 text-center">
			<NapCat className="mx-auto mb-6 w-48" />
			<p className="font-semibold text-xl">{t("title")}</p>
			<p className="mt-2 text-muted">{t("help")}</p>
		</div>
	);
}
