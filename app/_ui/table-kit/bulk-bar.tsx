"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "../icon-button";

/** What can be done with all rows that are picked. It stays at the bottom of the screen while there are such rows. */
export function BulkBar({ count, clear, children }: { count: number; clear: () => void; children: ReactNode }) {
	const t = useTranslations("lists");
	return (
		<section
			aria-label={t("pickedRows")}
			className="sticky bottom-4 z-20 mx-auto mt-4 flex w-fit max-w-full animate-rise flex-wrap items-center gap-2 rounded-md border border-line bg-raised p-2 pl-4 shadow-float"
		>
			<p role="status" className="figures mr-2 font-medium text-sm">
				{t("picked", { count })}
			</p>
			{children}
			<IconButton size="small" label={t("unpick")} icon={<X aria-hidden />} onClick={clear} />
		</section>
	);
}
