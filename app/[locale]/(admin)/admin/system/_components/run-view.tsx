"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Card, CardHeader } from "@/app/_ui/card";
import { DescriptionList } from "@/app/_ui/description-list";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { PageHeader } from "@/app/_ui/page-header";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { JsonBlock } from "./json-block";
import { ReasonDialog } from "./reason-dialog";
import { RunStatePill } from "./run-state";
import { RunSteps } from "./run-steps";
import { took } from "./took";
import { ASK_AGAIN_MS } from "./use-installation";

/** One run: its steps, what it waits for, what has gone wrong, and what can be done about it. */
export function RunView({ id, admin }: { id: string; admin: boolean }) {
	const t = useTranslations("system.run");
	const runs = useTranslations("system.runs");
	const format = useFormat();
	const trpc = useTRPC();
	const [retrying, setRetrying] = useState(false);
	const retry = useMutation(trpc.engine.retryRun.mutationOptions());
	const run = useQuery({ ...trpc.engine.getRun.queryOptions({ id }), refetchInterval: ASK_AGAIN_MS });
	if (run.isError) return <ErrorState error={run.error} retry={() => void run.refetch()} />;
	if (!run.data) return <SkeletonRows />;
	const { functionId, status, eventId, eventName, createdAt, endedAt, output, calls } = run.data;
	const trouble = calls.some(({ lastError }) => lastError !== null);
	const confirm = async ({ reason }: { reason: string }) => {
		await retry.mutateAsync({ id, reason });
		await run.refetch();
	};
	return (
		<>
			<PageHeader
				title={functionId}
				back={{ href: "/admin/system/runs", label: runs("title") }}
				status={<RunStatePill state={status} trouble={trouble} />}
				actions={
					(status === "failed" || trouble) && (
						<Button onClick={() => setRetrying(true)} {...(!admin && { disabledReason: t("adminsOnly") })}>
							{t(status === "failed" ? "retry" : "retryNow")}
						</Button>
					)
				}
			/>
			<div className="grid items-start gap-6 xl:grid-cols-[3fr_2fr]">
				<Card>
					<CardHeader title={t("steps")} help={t("stepsHelp")} />
					<RunSteps run={run.data} />
				</Card>
				<div className="space-y-6">
					<Card>
						<CardHeader title={t("facts")} />
						<DescriptionList
							items={[
								{
									term: t("event"),
									description: <Link href={`/admin/system/events/${encodeURIComponent(eventId)}`}>{eventName}</Link>,
								},
								{ term: t("started"), description: format.dateTime(createdAt) },
								{ term: t("ended"), description: endedAt ? format.dateTime(endedAt) : "–" },
								{ term: t("took"), description: endedAt ? runs("seconds", took(createdAt, endedAt)) : "–" },
								{ term: t("id"), description: <code className="text-xs">{id}</code> },
							]}
						/>
					</Card>
					{output !== null && output !== undefined && (
						<Card>
							<CardHeader title={t(status === "failed" ? "error" : "result")} />
							<JsonBlock label={t(status === "failed" ? "error" : "result")} value={readable(output)} />
						</Card>
					)}
				</div>
			</div>
			{retrying && <ReasonDialog deed="retry" onConfirm={confirm} onClose={() => setRetrying(false)} />}
		</>
	);
}

/** An error is best read by its stack; all else as it is. */
const readable = (output: unknown): unknown =>
	typeof output === "object" && output !== null && "stack" in output && typeof output.stack === "string"
		? output.stack
		: output;
