"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card, CardHeader } from "@/app/_ui/card";
import { cn } from "@/app/_ui/cn";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { Timeline } from "@/app/_ui/timeline";
import type { OrderId } from "@/server/kernel/ids";
import { type Chapter, storyOf, type Teller, tellers } from "./story";
import { ChapterBy, ChapterMore, ChapterTitle } from "./story-chapter";

/** One line of everything that happened in all contexts, who did it, and which event carried it. */
export function StoryPanel({ orderId }: { orderId: OrderId }) {
	const t = useTranslations("office.order.timeline");
	const format = useFormat();
	const trpc = useTRPC();
	const events = useQuery(trpc.timeline.order.queryOptions({ orderId }));
	const mails = useQuery(trpc.notifications.officeOrder.queryOptions({ orderId }));
	const [teller, setTeller] = useState<Teller | null>(null);
	const broken = [events, mails].find(({ isError }) => isError);
	const story = storyOf(events.data ?? [], mails.data?.messages ?? []);
	const shown = teller ? story.filter((chapter) => chapter.teller === teller) : story;
	const byDay = daysOf(shown, format.date);
	return (
		<Card>
			<CardHeader title={t("title")} />
			{broken && <ErrorState error={broken.error} retry={() => void broken.refetch()} pending={broken.isRefetching} />}
			{(events.isPending || mails.isPending) && <SkeletonRows rows={6} columns={1} />}
			{events.isSuccess && story.length === 0 && <p className="text-muted">{t("none")}</p>}
			{story.length > 0 && <Tellers story={story} teller={teller} onChoose={setTeller} />}
			<div className="space-y-5">
				{byDay.map(({ day, chapters }) => (
					<section key={day}>
						<h3 className="mb-2 font-medium text-muted text-sm">{day}</h3>
						<Timeline
							dense
							entries={chapters.map((chapter) => ({
								key: chapter.key,
								at: format.time(chapter.at),
								dateTime: chapter.at.toISOString(),
								tone: chapter.tone,
								title: <ChapterTitle chapter={chapter} />,
								by: <ChapterBy chapter={chapter} />,
								...(chapter.kind === "event" && { children: <ChapterMore event={chapter.event} /> }),
							}))}
						/>
					</section>
				))}
			</div>
		</Card>
	);
}

/** Chapters under the day on which they happened. */
function daysOf(story: readonly Chapter[], write: (at: Date) => string) {
	const days: { day: string; chapters: Chapter[] }[] = [];
	for (const chapter of story) {
		const day = write(chapter.at);
		const last = days.at(-1);
		if (last?.day === day) last.chapters.push(chapter);
		else days.push({ day, chapters: [chapter] });
	}
	return days;
}

type TellersProps = { story: readonly Chapter[]; teller: Teller | null; onChoose: (teller: Teller | null) => void };

/** Whose part of the story is shown. */
function Tellers({ story, teller, onChoose }: TellersProps) {
	const t = useTranslations("office.order.timeline");
	const present = tellers.filter((one) => story.some((chapter) => chapter.teller === one));
	return (
		<fieldset className="mb-4 flex flex-wrap gap-1">
			<legend className="sr-only">{t("filter")}</legend>
			{[null, ...present].map((one) => (
				<button
					key={one ?? "all"}
					type="button"
					aria-pressed={teller === one}
					onClick={() => onChoose(one)}
					className={cn(
						"min-h-6 rounded-full border px-2.5 py-0.5 text-xs transition-colors",
						teller === one ? "border-inverse bg-inverse text-on-inverse" : "border-line text-muted hover:border-edge",
					)}
				>
					{one ? t(`tellers.${one}`) : t("tellers.all")}
				</button>
			))}
		</fieldset>
	);
}
