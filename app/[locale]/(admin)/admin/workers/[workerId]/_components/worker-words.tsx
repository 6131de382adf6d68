"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/app/_ui/card";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import { Stars } from "@/app/_ui/star-rating";
import type { WorkerId } from "@/server/kernel/ids";

/** The latest that clients said; nothing where nobody has said anything. */
export function WorkerWords({ workerId }: { workerId: WorkerId }) {
	const t = useTranslations("workers.words");
	const format = useFormat();
	const { data } = useQuery(useTRPC().ordering.workerRatings.queryOptions({ workerId }));
	if (!data || data.latest.length === 0) return null;
	return (
		<Card>
			<CardHeader title={t("title")} />
			<ul className="divide-y divide-line">
				{data.latest.map(({ orderId, number, clientName, stars, words, at }) => (
					<li key={orderId} className="py-3 first:pt-0 last:pb-0">
						<div className="flex flex-wrap items-center gap-x-3">
							<Stars value={stars} />
							<Link look="quiet" href={`/admin/orders/${orderId}`} className="text-sm">
								{t("about", { number: String(number), client: clientName, at: format.date(at) })}
							</Link>
						</div>
						{words && <p className="mt-1">{words}</p>}
					</li>
				))}
			</ul>
		</Card>
	);
}
