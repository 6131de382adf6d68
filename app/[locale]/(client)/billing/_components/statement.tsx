"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { ErrorState } from "@/app/_ui/error-state";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { StatementLine } from "./statement-line";

/** Everything ever charged and credited, the newest first. */
export function Statement() {
	const t = useTranslations("billing.statement");
	const trpc = useTRPC();
	const statement = useInfiniteQuery(
		trpc.billing.clientStatement.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor }),
	);
	const lines = statement.data?.pages.flatMap((page) => page.lines) ?? [];
	return (
		<section aria-label={t("title")} className="mt-10">
			<h2 className="mb-3 font-semibold text-lg">{t("title")}</h2>
			{statement.isPending && <SkeletonRows rows={4} columns={2} />}
			{statement.isError && <ErrorState error={statement.error} retry={() => void statement.refetch()} />}
			{statement.isSuccess && lines.length === 0 && <p className="text-muted">{t("none")}</p>}
			{lines.length > 0 && (
				<ul className="divide-y divide-line rounded-md border border-line bg-surface px-4 sm:px-6">
					{lines.map((line) => (
						<StatementLine key={line.id} line={line} />
					))}
				</ul>
			)}
			{statement.hasNextPage && (
				<Button className="mt-4" pending={statement.isFetchingNextPage} onClick={() => void statement.fetchNextPage()}>
					{t("more")}
				</Button>
			)}
		</section>
	);
}
