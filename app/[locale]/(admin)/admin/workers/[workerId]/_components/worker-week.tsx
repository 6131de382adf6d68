"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { Card, CardHeader } from "@/app/_ui/card";
import { ErrorState } from "@/app/_ui/error-state";
import { useBusinessNow, useFormat } from "@/app/_ui/format/format-provider";
import { IconButton } from "@/app/_ui/icon-button";
import { useTRPC } from "@/app/_ui/query/trpc";
import { Skeleton } from "@/app/_ui/skeleton";
import { addDays, instantAt } from "@/server/kernel/calendar";
import { after, hours } from "@/server/kernel/clock";
import type { WorkerId } from "@/server/kernel/ids";
import { useAddressFilter } from "../../../_components/use-address-filter";
import { WeekGrid } from "./week-grid";

const WEEK = 7;
const isDate = /^20\d\d-\d\d-\d\d$/;

/** The worker's calendar: what is reserved in a week, and how it ended. The week lives in the address. */
export function WorkerWeek({ workerId }: { workerId: WorkerId }) {
	const t = useTranslations("workers.week");
	const format = useFormat();
	const now = useBusinessNow();
	const { params, put } = useAddressFilter();
	const asked = params.get("week") ?? "";
	// Noon, so that no zone makes another day of it; the day itself, so that time's moving on asks nothing anew.
	const day = isDate.test(asked)
		? instantAt(asked, "12:00", format.timeZone)
		: instantAt(format.isoDay(now), "12:00", format.timeZone);
	const week = useQuery({
		...useTRPC().execution.workerWeek.queryOptions({ workerId, day }),
		placeholderData: keepPreviousData,
	});
	const move = (days: number) => week.data && put("week", addDays(week.data.monday, days));
	return (
		<Card>
			<CardHeader
				title={t("title")}
				{...(week.data && {
					help: t("from", {
						...{ from: format.dayMonth(week.data.from), to: format.dayMonth(after(week.data.to, -hours(1))) },
						count: week.data.jobs.length,
					}),
				})}
				actions={
					<>
						<IconButton size="small" label={t("before")} icon={<ChevronLeft />} onClick={() => move(-WEEK)} />
						{asked !== "" && (
							<Button size="small" look="quiet" onClick={() => put("week", "")}>
								{t("now")}
							</Button>
						)}
						<IconButton size="small" label={t("after")} icon={<ChevronRight />} onClick={() => move(WEEK)} />
					</>
				}
			/>
			{week.isError && <ErrorState error={week.error} retry={() => void week.refetch()} pending={week.isRefetching} />}
			{week.isPending && <Skeleton className="h-96" />}
			{week.data && <WeekGrid week={week.data} />}
		</Card>
	);
}
