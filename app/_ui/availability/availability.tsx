"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { WorkerId } from "@/server/kernel/ids";
import { Button } from "../button";
import { Card, CardHeader } from "../card";
import { Dialog } from "../dialog";
import { ErrorState } from "../error-state";
import { later } from "../later";
import { LiveGlow } from "../live/live-glow";
import { useTRPC } from "../query/trpc";
import { SkeletonCards } from "../skeleton";
import { DaysOff } from "./days-off";
import { summaryOf } from "./hours-summary";

const HoursEditor = later(() => import("./hours-editor"), <SkeletonCards cards={2} />);

type Props = {
	workerId: WorkerId /** Whose it is: the reader's own, or a worker's whom the office looks at. */;
	own?: boolean;
};

/** At which hours new jobs may come, and on which days none. */
export function Availability({ workerId, own = false }: Props) {
	const t = useTranslations("availability");
	const trpc = useTRPC();
	const asked = useQuery(trpc.execution.availability.queryOptions({ workerId }));
	const [editing, setEditing] = useState(false);
	if (asked.isError) return <ErrorState error={asked.error} retry={() => void asked.refetch()} />;
	if (!asked.data) return <SkeletonCards cards={1} />;
	const { weeklyHours, version } = asked.data;
	const size = own ? "thumb" : "small";
	return (
		<Card>
			<CardHeader
				title={t("title")}
				help={t(own ? "help.own" : "help.office")}
				{...(!own && {
					actions: (
						<Button size={size} onClick={() => setEditing(true)}>
							{t("change")}
						</Button>
					),
				})}
			/>
			<LiveGlow watch={version}>
				<HoursSummary hours={weeklyHours} />
			</LiveGlow>
			{own && (
				<Button size={size} wide className="mt-4" onClick={() => setEditing(true)}>
					{t("change")}
				</Button>
			)}
			<DaysOff workerId={workerId} own={own} daysOff={asked.data.daysOff} />
			<Dialog open={editing} onOpenChange={setEditing} title={t("editor.title")}>
				<HoursEditor workerId={workerId} said={asked.data} own={own} onDone={() => setEditing(false)} />
			</Dialog>
		</Card>
	);
}

type Said = Parameters<typeof summaryOf>[0] | null;

function HoursSummary({ hours }: { hours: Said }) {
	const t = useTranslations("availability");
	if (hours === null) return <p className="font-medium">{t("always")}</p>;
	if (hours.length === 0) return <p className="font-medium text-warn">{t("never")}</p>;
	return (
		<dl className="grid max-w-80 grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1">
			{summaryOf(hours).map(({ days, spans }) => (
				<div key={days.first} className="contents">
					<dt>
						{days.first === days.last
							? t(`weekdays.${days.first}`)
							: t("range", { first: t(`short.${days.first}`), last: t(`short.${days.last}`) })}
					</dt>
					<dd className="figures text-right">
						{spans.map(({ from, to }) => (
							<span key={from} className="block">
								{t("range", { first: from, last: to })}
							</span>
						))}
					</dd>
				</div>
			))}
		</dl>
	);
}
