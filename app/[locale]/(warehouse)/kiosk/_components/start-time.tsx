"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/app/_ui/cn";
import { useBusinessNow, useFormat } from "@/app/_ui/format/format-provider";
import { businessDate } from "@/server/kernel/business-date";
import { after, days } from "@/server/kernel/clock";

/** When the job begins, as large as on a departures board; the day only where it is not today. */
export function StartTime({ at, late }: { at: Date; late: boolean }) {
	const t = useTranslations("kiosk.kit");
	const format = useFormat();
	const now = useBusinessNow();
	const dayOf = (instant: Date) => businessDate(instant, format.timeZone);
	const today = dayOf(at) === dayOf(now);
	const tomorrow = dayOf(at) === dayOf(after(now, days(1)));
	return (
		<time dateTime={at.toISOString()} className="block @md:min-w-32">
			{!today && (
				<span className="block truncate font-medium text-base text-muted leading-5">
					{tomorrow ? t("tomorrow") : format.dayMonth(at)}
				</span>
			)}
			<span className={cn("block font-semibold text-3xl leading-11 tracking-tight", late && "text-bad")}>
				{format.time(at)}
			</span>
		</time>
	);
}
