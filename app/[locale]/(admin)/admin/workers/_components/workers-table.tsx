"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { PersonName } from "@/app/_ui/avatar";
import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorState } from "@/app/_ui/error-state";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { NapCat } from "@/app/_ui/spot/nap-cat";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import { filterOf } from "./filter";
import { WorkerState } from "./worker-state";
import { WorkersFilter } from "./workers-filter";

const STRENGTHS_SHOWN = 3;

/** All workers by name, filtered by the address, more of them on demand. */
export function WorkersTable() {
	const t = useTranslations("workers.list");
	const trpc = useTRPC();
	const filter = filterOf(useSearchParams());
	const workers = useInfiniteQuery(
		trpc.hiring.listWorkers.infiniteQueryOptions(filter, { getNextPageParam: (page) => page.nextCursor }),
	);
	const rows = workers.data?.pages.flatMap((page) => page.workers) ?? [];
	const filtered = filter.search !== undefined || filter.active !== undefined;
	return (
		<>
			<WorkersFilter />
			{workers.isError && <ErrorState error={workers.error} retry={() => void workers.refetch()} />}
			{workers.isPending && <SkeletonRows />}
			{workers.isSuccess && rows.length === 0 && (
				<EmptyState title={t(filtered ? "empty" : "none")} picture={<NapCat className="w-40" />}>
					{t(filtered ? "emptyHelp" : "noneHelp")}
				</EmptyState>
			)}
			{rows.length > 0 && (
				<Table caption={t("caption")}>
					<TableHead>
						<Column>{t("columns.name")}</Column>
						<Column>{t("columns.state")}</Column>
						<Column>{t("columns.strengths")}</Column>
						<Column>{t("columns.phone")}</Column>
					</TableHead>
					<TableBody>
						{rows.map((worker) => (
							<Row key={worker.workerId}>
								<Cell header className="max-w-80">
									<Link href={`/admin/workers/${worker.workerId}`} look="plain" className="hover:underline">
										<PersonName
											name={worker.name}
											note={worker.email}
											cat={{ breed: worker.breed, coat: worker.coat, seed: worker.workerId }}
											photo={worker.photoId && `/api/files/${worker.photoId}`}
										/>
									</Link>
								</Cell>
								<Cell>
									<WorkerState active={worker.active} />
								</Cell>
								<Cell>
									<Strengths strengths={worker.strengths} />
								</Cell>
								<Cell className="figures whitespace-nowrap">{worker.phone}</Cell>
							</Row>
						))}
					</TableBody>
				</Table>
			)}
			{workers.hasNextPage && (
				<div className="mt-4 flex justify-center">
					<Button onClick={() => void workers.fetchNextPage()} pending={workers.isFetchingNextPage}>
						{t("more")}
					</Button>
				</div>
			)}
		</>
	);
}

function Strengths({ strengths }: { strengths: { trait: string; level: number }[] }) {
	const t = useTranslations("workers.list");
	const locale = useLocale();
	const { data: traits = [] } = useQuery(useTRPC().hiring.listTraits.queryOptions());
	const hidden = strengths.length - STRENGTHS_SHOWN;
	return (
		<span className="flex flex-wrap gap-1.5">
			{strengths.slice(0, STRENGTHS_SHOWN).map(({ trait, level }) => (
				<Badge key={trait}>
					{t("strength", { trait: traits.find((known) => known.trait === trait)?.name[locale] ?? trait, level })}
				</Badge>
			))}
			{hidden > 0 && <span className="text-muted text-sm">{t("moreStrengths", { count: hidden })}</span>}
		</span>
	);
}
