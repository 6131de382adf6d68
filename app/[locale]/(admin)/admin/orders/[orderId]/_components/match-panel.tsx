"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { OrderId } from "@/server/kernel/ids";
import { MatchTable } from "./match-table";
import { Panel } from "./panel";

/** Why this worker: every match of the order with every candidate, each step's value, and who was out for what. */
export function MatchPanel({ orderId }: { orderId: OrderId }) {
	const t = useTranslations("office");
	const format = useFormat();
	const trpc = useTRPC();
	const query = useQuery(trpc.matching.officeOrder.queryOptions({ orderId }));
	return (
		<Panel title={t("order.match.title")} query={query} none={t("order.match.none")}>
			{(found) => {
				if (!found || found.matches.length === 0) return null;
				return (
					<div className="space-y-6">
						{found.matches.map((match) => (
							<section key={match.match}>
								<h3 className="text-muted text-sm">
									{t("order.match.attempt", {
										match: match.match,
										at: format.dateTime(match.at),
										version: match.chainVersion,
									})}
								</h3>
								<p className="mb-2 font-medium">
									{match.chosen
										? t("order.match.chosen", { name: match.chosen.name })
										: match.waitingReason && t("order.match.waiting", { reason: t(`waiting.${match.waitingReason}`) })}
								</p>
								<MatchTable match={match} />
							</section>
						))}
					</div>
				);
			}}
		</Panel>
	);
}
