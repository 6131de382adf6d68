"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Card, CardHeader } from "@/app/_ui/card";
import { ErrorState } from "@/app/_ui/error-state";
import { SkeletonRows } from "@/app/_ui/skeleton";

type PanelProps<Data, Failure> = {
	title: string;
	query: UseQueryResult<Data, Failure>;
	/** What to show of the data; null when there is nothing, and `none` is said instead. */
	children: (data: Data) => ReactNode;
	none: string;
};

/** One context's part of the order, in each of its states. */
export function Panel<Data, Failure>({ title, query, children, none }: PanelProps<Data, Failure>) {
	const shown = query.isSuccess ? children(query.data) : null;
	return (
		<Card>
			<CardHeader title={title} />
			{query.isPending && <SkeletonRows rows={3} columns={2} />}
			{query.isError && (
				<ErrorState error={query.error} retry={() => void query.refetch()} pending={query.isRefetching} />
			)}
			{query.isSuccess && (shown ?? <p className="text-muted">{none}</p>)}
		</Card>
	);
}
