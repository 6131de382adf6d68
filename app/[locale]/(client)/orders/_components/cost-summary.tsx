"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { DescriptionList } from "@/app/_ui/description-list";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { Loading, Skeleton } from "@/app/_ui/skeleton";

/** About how much a service costs this client, where the discount comes from, and what follows from ordering. */
export function CostSummary({ serviceTypeId }: { serviceTypeId: string | null }) {
	const t = useTranslations("orders.cost");
	return (
		<section aria-label={t("title")} className="rounded-md bg-sunken p-4">
			<h2 className="font-semibold text-base">{t("title")}</h2>
			<div aria-live="polite" className="mt-2">
				{serviceTypeId ? (
					<Estimate serviceTypeId={serviceTypeId} />
				) : (
					<p className="text-muted text-sm">{t("chooseType")}</p>
				)}
			</div>
		</section>
	);
}

function Estimate({ serviceTypeId }: { serviceTypeId: string }) {
	const t = useTranslations("orders.cost");
	const format = useFormat();
	const trpc = useTRPC();
	const estimate = useQuery(trpc.ordering.getEstimate.queryOptions({ serviceTypeId }));
	const progress = useQuery(trpc.billing.discountProgress.queryOptions());
	if (estimate.isPending) {
		return (
			<Loading className="space-y-3 py-2">
				<Skeleton className="w-3/5" />
				<Skeleton className="h-5 w-2/5" />
			</Loading>
		);
	}
	if (estimate.isError) return <ErrorState error={estimate.error} retry={() => void estimate.refetch()} />;
	const { listPrice, discountPercent, price, paidTotal, duePercent } = estimate.data;
	const { cancelled, failed } = duePercent;
	const next = progress.data?.next;
	return (
		<>
			<DescriptionList
				bill
				items={[
					...(discountPercent > 0
						? [
								{ key: "list", term: t("list"), description: format.money(listPrice) },
								{
									key: "discount",
									term: (
										<>
											{t("discount", { percent: format.percent(discountPercent) })}
											<span className="block text-sm">{t("discountWhy", { amount: format.money(paidTotal) })}</span>
										</>
									),
									description: format.money(price - listPrice),
								},
							]
						: []),
					{
						key: "about",
						term: <span className="font-semibold text-ink">{t("about")}</span>,
						description: <span className="font-semibold text-lg">{format.money(price)}</span>,
					},
				]}
			/>
			{next && (
				<p className="mt-2 text-muted text-sm">
					{t("nextStep", { missing: format.money(next.missing), percent: format.percent(next.percent) })}
				</p>
			)}
			<p className="mt-3 text-muted text-sm">
				{t("note")}{" "}
				{cancelled === 100 && failed === 100
					? t("noteFull")
					: t("notePart", { cancelled: format.percent(cancelled), failed: format.percent(failed) })}
			</p>
		</>
	);
}
