"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/app/_ui/card";
import { ErrorState } from "@/app/_ui/error-state";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { CyclesList } from "./cycles-list";
import { EventsDrawing } from "./events-drawing";
import { EventsTable } from "./events-table";
import { QuestionsDrawing } from "./questions-drawing";
import { QuestionsList } from "./questions-list";

const ASK_AGAIN_MS = 5_000;

/** The house as its code tells: drawn where there is room, and always as lists. */
export function MapView() {
	const t = useTranslations("system.map");
	const trpc = useTRPC();
	const map = useQuery({ ...trpc.engine.map.queryOptions(), refetchInterval: ASK_AGAIN_MS });
	if (map.isError) return <ErrorState error={map.error} retry={() => void map.refetch()} />;
	if (!map.data) return <SkeletonRows />;
	return (
		<div className="space-y-6">
			<Card className="max-xl:hidden">
				<CardHeader title={t("drawing")} help={t("drawingHelp")} />
				<EventsDrawing map={map.data} />
			</Card>
			<Card>
				<CardHeader title={t("events")} help={t("eventsHelp")} />
				<EventsTable events={map.data.events} />
			</Card>
			<div className="grid items-start gap-6 xl:grid-cols-[3fr_2fr]">
				<Card>
					<CardHeader title={t("questions")} help={t("questionsHelp")} />
					<QuestionsDrawing questions={map.data.questions} />
					<QuestionsList questions={map.data.questions} />
				</Card>
				<Card>
					<CardHeader title={t("cycles")} help={t("cyclesHelp")} />
					<CyclesList cycles={map.data.cycles} />
				</Card>
			</div>
		</div>
	);
}
