"use client";

import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge, StatusPill } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { Card, CardHeader } from "@/app/_ui/card";
import { ErrorState } from "@/app/_ui/error-state";
import { PageHeader } from "@/app/_ui/page-header";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { EventChain } from "./event-chain";
import { EventFacts } from "./event-facts";
import { EventRuns } from "./event-runs";
import { JsonBlock } from "./json-block";
import { ReasonDialog } from "./reason-dialog";
import { ASK_AGAIN_MS } from "./use-installation";
import { useMeaning } from "./use-meaning";

/** One fact: what it says, where it came from, what came of it, and who reacted. */
export function EventView({ id, admin }: { id: string; admin: boolean }) {
	const t = useTranslations("system.event");
	const events = useTranslations("system.events");
	const meaningOf = useMeaning();
	const trpc = useTRPC();
	const [personal, setPersonal] = useState(false);
	const [replaying, setReplaying] = useState(false);
	const replay = useMutation(trpc.events.replay.mutationOptions());
	const event = useQuery({
		...trpc.events.get.queryOptions({ id, personal }),
		placeholderData: keepPreviousData,
		refetchInterval: ASK_AGAIN_MS,
	});
	if (event.isError) return <ErrorState error={event.error} retry={() => void event.refetch()} />;
	if (!event.data) return <SkeletonRows />;
	const { name, meaning, data, personalFields, causes, effects, dispatchedAt, replayOf } = event.data;
	const confirm = async (given: { reason: string; idempotencyKey: string }) => {
		await replay.mutateAsync({ id, ...given });
		await event.refetch();
	};
	return (
		<>
			<PageHeader
				title={name}
				help={meaningOf(name, meaning)}
				back={{ href: "/admin/system/events", label: events("title") }}
				status={
					<>
						{replayOf && <Badge tone="info">{events("replayed")}</Badge>}
						{!dispatchedAt && <StatusPill tone="warn">{events("waits")}</StatusPill>}
					</>
				}
				actions={
					<Button
						onClick={() => setReplaying(true)}
						{...(!admin && { disabledReason: t("adminsOnly") })}
						{...(admin && !dispatchedAt && { disabledReason: t("notYet") })}
					>
						{t("replay")}
					</Button>
				}
			/>
			<div className="grid items-start gap-6 xl:grid-cols-[1fr_1fr]">
				<div className="space-y-6">
					<Card>
						<CardHeader
							title={t("payload")}
							help={personalFields.length > 0 && !personal ? t("hidden", { fields: personalFields.join(", ") }) : null}
							actions={
								personalFields.length > 0 && (
									<Button size="small" aria-pressed={personal} onClick={() => setPersonal(!personal)}>
										{t(personal ? "hidePersonal" : "showPersonal")}
									</Button>
								)
							}
						/>
						<JsonBlock label={t("payload")} value={data} />
					</Card>
					<Card>
						<CardHeader title={t("facts")} />
						<EventFacts event={event.data} />
					</Card>
				</div>
				<div className="space-y-6">
					<Card>
						<CardHeader title={t("reactions")} help={t("reactionsHelp")} />
						<EventRuns eventId={id} />
					</Card>
					<Card>
						<CardHeader title={t("chain")} help={t("chainHelp")} />
						<EventChain name={name} causes={causes} effects={effects} />
					</Card>
				</div>
			</div>
			{replaying && <ReasonDialog deed="replay" onConfirm={confirm} onClose={() => setReplaying(false)} />}
		</>
	);
}
