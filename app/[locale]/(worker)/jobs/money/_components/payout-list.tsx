"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { LiveGlow } from "@/app/_ui/live/live-glow";
import { PayoutStatus } from "@/app/_ui/money/payout-status";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";

type Payout = inferOutput<ReturnType<typeof useTRPC>["billing"]["listPayouts"]>["payouts"][number];

/** All payouts with how they stand, the newest first. */
export function PayoutList() {
	const t = useTranslations("payouts.worker");
	const trpc = useTRPC();
	const list = useInfiniteQuery(
		trpc.billing.listPayouts.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor }),
	);
	const payouts = list.data?.pages.flatMap((page) => page.payouts) ?? [];
	return (
		<section aria-label={t("title")} className="mt-8">
			<h2 className="mb-3 font-semibold text-lg">{t("title")}</h2>
			{list.isPending && <SkeletonRows rows={2} columns={2} />}
			{list.isError && <ErrorState error={list.error} retry={() => void list.refetch()} />}
			{list.isSuccess && payouts.length === 0 && <p className="text-muted">{t("none")}</p>}
			{payouts.length > 0 && (
				<LiveGlow watch={payouts.map(({ number, status }) => `${number} ${status}`).join()}>
					<ul className="divide-y divide-line rounded-md border border-line bg-surface px-4">
						{payouts.map((payout) => (
							<PayoutItem key={payout.payoutId} payout={payout} />
						))}
					</ul>
				</LiveGlow>
			)}
			{list.hasNextPage && (
				<Button
					size="thumb"
					wide
					className="mt-4"
					pending={list.isFetchingNextPage}
					onClick={() => void list.fetchNextPage()}
				>
					{t("more")}
				</Button>
			)}
		</section>
	);
}

function PayoutItem({ payout }: { payout: Payout }) {
	const t = useTranslations("payouts.worker");
	const format = useFormat();
	const { payoutId, number, month, amount, carriedOut, status } = payout;
	return (
		<li className="flex items-start justify-between gap-4 py-3">
			<div className="min-w-0">
				<Link href={`/jobs/money/payouts/${payoutId}`} className="inline-block min-h-6 first-letter:uppercase">
					{format.month(month)}
				</Link>
				<p className="figures text-muted text-sm">{number}</p>
				{carriedOut < 0n && <p className="text-muted text-sm">{t("debt", { debt: format.money(carriedOut) })}</p>}
			</div>
			<div className="flex shrink-0 flex-col items-end gap-1">
				<p data-figures className="font-semibold">
					{format.money(amount)}
				</p>
				<PayoutStatus status={status} />
			</div>
		</li>
	);
}
