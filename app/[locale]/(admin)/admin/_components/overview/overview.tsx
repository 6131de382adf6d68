"use client";

import { useTranslations } from "next-intl";
import { useBusinessNow, useFormat } from "@/app/_ui/format/format-provider";
import { PageHeader } from "@/app/_ui/page-header";
import { EngineWord } from "./engine-word";
import { Matters } from "./matters";
import { Today } from "./today";
import { Weeks } from "./weeks";

/** The office's first page: what needs somebody now, then today, then how the weeks go. */
export function Overview() {
	const t = useTranslations("overview");
	const format = useFormat();
	const now = useBusinessNow();
	return (
		<>
			<PageHeader
				title={t("title")}
				help={<time dateTime={now.toISOString()}>{format.weekday(now)}</time>}
				actions={<EngineWord />}
			/>
			<div className="space-y-6">
				<div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
					<Matters />
					<Today />
				</div>
				<Weeks />
			</div>
		</>
	);
}
