"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { Tone } from "@/app/_ui/badge";
import { Card, CardHeader } from "@/app/_ui/card";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useLive } from "@/app/_ui/live/live-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { Loading, Skeleton } from "@/app/_ui/skeleton";
import { Timeline } from "@/app/_ui/timeline";
import { amountOf, textOf } from "./event-data";

const tones: Record<string, Tone> = {
	order_assigned: "info",
	job_started: "info",
	job_completed: "good",
	job_failed: "bad",
	job_cancelled: "warn",
	match_waiting: "warn",
	order_unassigned: "warn",
};

/** What happened, in the client's words. Facts that are not for clients are not told to them at all. */
export function OrderTimeline({ orderId }: { orderId: string }) {
	const t = useTranslations("orders.timeline");
	const title = useTranslations("orders.order")("happened");
	const format = useFormat();
	const { data: events, error, refetch } = useOrderTimeline(orderId);
	const words = (name: string, data: Record<string, unknown>): string | null => {
		const key = `${name.slice(name.indexOf("/") + 1).replaceAll(".", "_")}` as Parameters<typeof t>[0];
		if (!t.has(key)) return null;
		return t(key, {
			price: format.money(amountOf(data.price)),
			amount: format.money(amountOf(data.clientOwes)),
			stars: typeof data.stars === "number" ? data.stars : 0,
			outcome: textOf(data.outcome),
		});
	};
	const entries = events?.flatMap((event) => {
		const text = words(event.name, event.data);
		const tone = tones[event.name.slice(event.name.indexOf("/") + 1).replaceAll(".", "_")];
		return text
			? [{ key: event.id, at: format.dateTime(event.at), dateTime: event.at.toISOString(), title: text, tone }]
			: [];
	});
	return (
		<Card aria-label={title}>
			<CardHeader title={title} />
			{error && <ErrorState error={error} retry={() => void refetch()} />}
			{!entries && !error && (
				<Loading className="space-y-4">
					<Skeleton className="w-3/5" />
					<Skeleton className="w-2/5" />
				</Loading>
			)}
			{entries?.length === 0 && <p className="text-muted">{t("empty")}</p>}
			{entries && entries.length > 0 && <Timeline entries={entries} />}
		</Card>
	);
}

/** The timeline tells of several contexts, so it listens to them by itself. */
function useOrderTimeline(orderId: string) {
	const trpc = useTRPC();
	const queryClient = useQueryClient();
	const again = (id: string) => {
		if (id === orderId) void queryClient.invalidateQueries(trpc.timeline.order.queryFilter({ orderId }));
	};
	useLive("ordering", again);
	useLive("execution", again);
	useLive("billing", again);
	return useQuery(trpc.timeline.order.queryOptions({ orderId }));
}
