"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/app/_ui/card";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { LiveGlow } from "@/app/_ui/live/live-glow";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { type OrderState, orderStates } from "@/server/contexts/ordering/contracts";

const parts: Record<OrderState, string> = {
	placed: "bg-chart-5",
	assigned: "bg-chart-1",
	under_way: "bg-chart-4",
	completed: "bg-chart-3",
	failed: "bg-chart-2",
	cancelled: "bg-chart-6",
};

/** The orders that start today, by state, as one bar and as a list that leads to them. */
export function Today() {
	const t = useTranslations("overview.today");
	const word = useTranslations("office.states");
	const format = useFormat();
	const today = useQuery({ ...useTRPC().ordering.today.queryOptions(), refetchInterval: 60_000 });
	const states = today.data?.states;
	const day = today.data?.day;
	const total = orderStates.reduce((sum, state) => sum + (states?.[state] ?? 0), 0);
	return (
		<Card>
			<CardHeader title={t("title")} {...(states && { help: t("total", { count: total }) })} />
			{today.isPending && <SkeletonRows rows={6} columns={2} />}
			{today.isError && (
				<ErrorState error={today.error} retry={() => void today.refetch()} pending={today.isRefetching} />
			)}
			{states && (
				<>
					<div aria-hidden className="mb-4 flex h-2 gap-0.5 overflow-hidden rounded-full bg-sunken">
						{orderStates.map(
							(state) =>
								states[state] > 0 && (
									<span key={state} className={parts[state]} style={{ width: `${(states[state] / total) * 100}%` }} />
								),
						)}
					</div>
					<ul className="-mx-2">
						{orderStates.map((state) => (
							<li key={state}>
								<Link
									look="plain"
									href={`/admin/orders?state=${state}&from=${day}&to=${day}`}
									className="flex min-h-9 items-center gap-3 rounded-md px-2 hover:bg-hover"
								>
									<span aria-hidden className={`size-2.5 shrink-0 rounded-sm ${parts[state]}`} />
									<span className="min-w-0 flex-1">{word(state)}</span>
									<LiveGlow watch={states[state]}>
										<span className="figures font-semibold">{format.count(states[state])}</span>
									</LiveGlow>
								</Link>
							</li>
						))}
					</ul>
				</>
			)}
		</Card>
	);
}
