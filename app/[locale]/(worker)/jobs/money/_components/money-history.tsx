"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { ErrorState } from "@/app/_ui/error-state";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { MoneyLine } from "./money-line";

/** Everything ever earned and deducted, the newest first. */
export function MoneyHistory() {
	const t = useTranslations("money.history");
	const trpc = useTRPC();
	const history = useInfiniteQuery(
		trpc.billing.workerStatement.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor }),
	);
	const lines = history.data?.pages.flatMap((page) => page.lines) ?? [];
	return (
		<section aria-label={t("title")} className="mt-8">
			<h2 className="mb-3 font-semibold text-lg">{t("title")}</h2>
			{history.isPending && <SkeletonRows rows={4} columns={2} />}
			{history.isError && <ErrorState error={history.error} retry={() => void history.refetch()} />}
			{history.isSuccess && lines.length === 0 && <p className="text-muted">{t("none")}</p>}
			{lines.length > 0 && (
				<ul className="divide-y divide-line rounded-md border border-line bg-surface px-4">
					{lines.map((line) => (
						<MoneyLine key={line.id} line={line} />
					))}
				</ul>
			)}
			{history.hasNextPage && (
				<Button
					size="thumb"
					wide
					className="mt-4"
					pending={history.isFetchingNextPage}
					onClick={() => void history.fetchNextPage()}
				>
					{t("more")}
				</Button>
			)}
		</section>
	);
}
