"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { DescriptionList } from "@/app/_ui/description-list";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Photo } from "@/app/_ui/photo";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { OrderId } from "@/server/kernel/ids";
import { Panel } from "./panel";

/** The job: its check-in, its endings, its photos. */
export function JobPanel({ orderId }: { orderId: OrderId }) {
	const t = useTranslations("office.order.job");
	const format = useFormat();
	const trpc = useTRPC();
	const query = useQuery(trpc.execution.officeOrder.queryOptions({ orderId }));
	return (
		<Panel title={t("title")} query={query} none={t("none")}>
			{(found) => {
				if (!found) return null;
				const { job, checkIn, endings, assignments } = found;
				const kit = assignments.at(-1);
				const facts = [
					{ term: t("state"), description: t(`states.${job.state}`) },
					...(kit ? [{ term: t("kit"), description: t(kit.kitIssued ? "kitIssued" : "kitNotIssued") }] : []),
					...(checkIn ? [{ term: t("checkIn"), description: format.dateTime(checkIn.at) }] : []),
					...assignments.flatMap(({ number, withoutKitReason, releaseReason, releasedAt }) => [
						...(withoutKitReason
							? [{ key: `without kit ${number}`, term: t("withoutKit"), description: withoutKitReason }]
							: []),
						...(releasedAt
							? [
									{
										...{ key: `released ${number}`, term: t("released", { number }) },
										description: [format.dateTime(releasedAt), releaseReason].filter(Boolean).join(" · "),
									},
								]
							: []),
					]),
					...endings.map((ending) => ({
						key: `ending ${ending.number}`,
						term: t("ending", { number: ending.number, outcome: t(`states.${ending.outcome}`) }),
						description: [
							format.dateTime(ending.at),
							ending.failure && t(`reasons.${ending.failure}`),
							t("decidedBy", { who: ending.actor.name ?? t("house") }),
							ending.words,
						]
							.filter(Boolean)
							.join(" · "),
					})),
				];
				const report = endings.findLast((ending) => ending.reportPhotoId)?.reportPhotoId;
				return (
					<>
						<DescriptionList items={facts} />
						{(checkIn || report) && (
							<div className="mt-4 flex flex-wrap gap-4">
								{checkIn && <JobPhoto fileId={checkIn.photoId} words={t("startPhoto")} />}
								{report && <JobPhoto fileId={report} words={t("reportPhoto")} />}
							</div>
						)}
					</>
				);
			}}
		</Panel>
	);
}

const JobPhoto = ({ fileId, words }: { fileId: string; words: string }) => (
	<a href={`/api/files/${fileId}`} target="_blank" rel="noreferrer" className="w-40 text-muted text-sm">
		<Photo src={`/api/files/${fileId}`} alt="" className="h-28 w-40 rounded-md border border-line" />
		<span className="mt-1 block">{words}</span>
	</a>
);
