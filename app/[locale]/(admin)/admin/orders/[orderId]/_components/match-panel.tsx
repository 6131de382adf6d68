"use client";

import { useQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useLocale, useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { Notice } from "@/app/_ui/notice";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { OrderId } from "@/server/kernel/ids";
import { CandidatesTable, type Match } from "../../../_components/match/candidates-table";
import { Panel } from "./panel";
import { PinWorker } from "./pin-worker";
import { WorkerLookup } from "./worker-lookup";

/** Why this worker: in a sentence, then every candidate with each step's value, and who was out for what. The last match first. */
export function MatchPanel({ orderId }: { orderId: OrderId }) {
	const t = useTranslations("office.order.match");
	const trpc = useTRPC();
	const query = useQuery(trpc.matching.officeOrder.queryOptions({ orderId }));
	const job = useQuery(trpc.execution.officeOrder.queryOptions({ orderId }));
	return (
		<Panel title={t("title")} query={query} none={t("none")}>
			{(found) => {
				const [last, ...earlier] = found?.matches.toReversed() ?? [];
				if (!last) return null;
				const holder = found?.reservations.find(({ releasedAt, replacing }) => !releasedAt && !replacing);
				const isUnderWay = found?.reservations.some(({ releasedAt, replacing }) => !releasedAt && replacing);
				const mayBeReplaced = job.data?.mayBeReplaced && !isUnderWay;
				return (
					<div className="space-y-4">
						<Replacement reservations={found?.reservations ?? []} />
						{(found?.state === "open" || found?.state === "waiting") && (
							<PinWorker orderId={orderId} candidates={last.candidates} holder={null} />
						)}
						{found?.state === "matched" && mayBeReplaced && holder && (
							<PinWorker orderId={orderId} candidates={last.candidates} holder={holder} />
						)}
						<MatchStory orderId={orderId} match={last} />
						{earlier.length > 0 && (
							<details>
								<summary className="inline-block min-h-6 text-muted text-sm hover:text-ink">
									{t("earlier", { count: earlier.length })}
								</summary>
								<div className="mt-4 space-y-6">
									{earlier.map((match) => (
										<MatchStory key={match.match} orderId={orderId} match={match} />
									))}
								</div>
							</details>
						)}
					</div>
				);
			}}
		</Panel>
	);
}

type Explained = NonNullable<inferOutput<ReturnType<typeof useTRPC>["matching"]["officeOrder"]>>;

/** Whether somebody is to take the order over, or could not. */
function Replacement({ reservations }: Pick<Explained, "reservations">) {
	const t = useTranslations("office.order.match");
	const last = reservations.at(-1);
	const holder = reservations.findLast(({ releasedAt, replacing }) => !releasedAt && !replacing);
	if (!last || !holder) return null;
	if (last.replacing && !last.releasedAt)
		return (
			<Notice tone="info" live>
				{t("replacing", { name: last.name, holder: holder.name })}
			</Notice>
		);
	if (last.releasedBy !== "refused") return null;
	return <Notice tone="warn">{t("notReplaced", { name: last.name, holder: holder.name })}</Notice>;
}

function MatchStory({ orderId, match }: { orderId: OrderId; match: Match }) {
	const t = useTranslations("office");
	const locale = useLocale();
	const format = useFormat();
	const { chosen, waitingReason, candidates, sentence, funnel } = match;
	const able = candidates.filter(({ out }) => out === null);
	const next = able.find(({ workerId }) => workerId !== chosen?.workerId);
	const best = candidates.find(({ workerId }) => workerId === chosen?.workerId);
	// Of very many only the best are kept; the funnel has counted them all.
	const isMany = funnel.some(({ left }) => left > candidates.length);
	const total = (values: Record<string, number> | undefined) => (values?.total ?? 0).toFixed(2);
	return (
		<section>
			<p className="font-medium">
				{chosen
					? t("order.match.chosen", { name: chosen.name })
					: waitingReason && t("order.match.waiting", { reason: t(`waiting.${waitingReason}`) })}
			</p>
			{match.pinned ? (
				<p>{t("order.match.pinned", { who: match.pinned.by.name ?? "", reason: match.pinned.reason })}</p>
			) : (
				sentence && <p>{sentence[locale]}</p>
			)}
			<p className="mb-3 text-muted">
				{isMany
					? t("order.match.ableOfMany", { able: funnel.at(-1)?.left ?? 0, kept: able.length })
					: t("order.match.able", { able: able.length, all: candidates.length })}{" "}
				{chosen &&
					next &&
					t("order.match.ahead", { score: total(best?.values), next: next.name, other: total(next.values) })}
			</p>
			<CandidatesTable weighed={match} />
			{isMany && <WorkerLookup orderId={orderId} match={match.match} />}
			<p className="mt-2 text-muted text-sm">
				{t.rich("order.match.attempt", {
					...{ match: match.match, at: format.dateTime(match.at), version: match.chainVersion },
					chain: (words) => <Link href={`/admin/matching/${match.chainVersion}`}>{words}</Link>,
				})}
			</p>
		</section>
	);
}
