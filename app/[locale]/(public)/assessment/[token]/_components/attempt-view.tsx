"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { ErrorState } from "@/app/_ui/error-state";
import { useTRPC } from "@/app/_ui/query/trpc";
import { Loading, SkeletonCards } from "@/app/_ui/skeleton";
import type { AttemptId } from "@/server/kernel/ids";
import { SectionView } from "./section-view";

const LOOK_AGAIN_MS = 10_000;

type AttemptViewProps = { token: string; attemptId: AttemptId; onDone: () => Promise<void> };

/** The test that is under way, a section at a time. What happens on another device shows here soon. */
export function AttemptView({ token, attemptId, onDone }: AttemptViewProps) {
	const options = useTRPC().hiring.paper.queryOptions({ token, attemptId });
	const { data, isPending, isError, error, refetch } = useQuery({
		...options,
		// Shown as it was while the network is away.
		networkMode: "offlineFirst",
		refetchInterval: LOOK_AGAIN_MS,
		refetchOnWindowFocus: "always",
		staleTime: 0,
	});
	const isOver = data !== undefined && data.state !== "running";
	useEffect(() => {
		if (isOver) void onDone();
	}, [isOver, onDone]);
	if (isPending || isOver) {
		return (
			<Loading>
				<SkeletonCards />
			</Loading>
		);
	}
	if (isError && !data) return <ErrorState error={error} retry={() => void refetch()} />;
	if (data?.state !== "running") return null;
	return (
		<SectionView
			key={data.section}
			token={token}
			attemptId={attemptId}
			paper={data}
			onFinished={async (submitted) => {
				if (submitted) await onDone();
				else await refetch();
			}}
		/>
	);
}
