"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { Timeline } from "@/app/_ui/timeline";
import type { OrderId } from "@/server/kernel/ids";
import { Panel } from "./panel";

/** One line of everything that happened in all contexts, who did it, and which event carried it. */
export function StoryPanel({ orderId }: { orderId: OrderId }) {
	const t = useTranslations("office.order.timeline");
	const format = useFormat();
	const trpc = useTRPC();
	const query = useQuery(trpc.timeline.order.queryOptions({ orderId }));
	return (
		<Panel title={t("title")} query={query} none={t("none")}>
			{(events) =>
				events.length === 0 ? null : (
					<Timeline
						entries={events.map((event) => ({
							key: event.id,
							at: format.dateTime(event.at),
							dateTime: event.at.toISOString(),
							title: <EventName name={event.name} meaning={event.meaning} />,
							by: `${t("by", { who: event.actor?.name ?? event.actor?.id ?? t("house") })} · ${event.name}`,
							children: (
								<details>
									<summary className="cursor-pointer text-sm">{t("details")}</summary>
									<pre className="mt-1 overflow-x-auto rounded-md bg-sunken p-2 text-xs">
										{JSON.stringify(event.data, null, 2)}
									</pre>
								</details>
							),
						}))}
					/>
				)
			}
		</Panel>
	);
}

function EventName({ name, meaning }: { name: string; meaning: string }) {
	const t = useTranslations("office.order.timeline.events");
	const key = name.replaceAll(".", "_") as Parameters<typeof t>[0];
	return t.has(key) ? t(key) : meaning;
}
