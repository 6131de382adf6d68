"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Badge } from "@/app/_ui/badge";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { ApplicationId } from "@/server/kernel/ids";
import { CandidateState } from "../../../_components/candidate-state";
import { ApplicationCard } from "./application-card";
import { ContactsCard } from "./contacts-card";
import { DataCard } from "./data-card";
import { DecisionButtons } from "./decision-buttons";
import { HistoryCard } from "./history-card";
import { RemindersCard } from "./reminders-card";
import { ScorecardCard } from "./scorecard-card";
import { TestsCard } from "./tests-card";

/** One candidate: who it is on the left, what is done about it on the right. Other parts of hiring add their sections there. */
export function CandidateView({ applicationId }: { applicationId: ApplicationId }) {
	const t = useTranslations("candidates");
	const format = useFormat();
	const { data: candidate } = useSuspenseQuery(useTRPC().hiring.candidate.queryOptions({ applicationId }));
	const { name, state, trial, erasedAt } = candidate;
	return (
		<>
			<PageHeader
				title={erasedAt ? t("list.erased") : name}
				status={
					<>
						<CandidateState state={state} />
						{trial && <Badge tone="warn">{t("board.trial")}</Badge>}
					</>
				}
				back={{ href: "/admin/hiring/candidates", label: t("list.title") }}
				actions={!erasedAt && <DecisionButtons candidate={candidate} />}
			/>
			{erasedAt && (
				<Notice tone="info" className="mb-6">
					{t("view.erased", { date: format.date(erasedAt) })}
				</Notice>
			)}
			<div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[20rem_minmax(0,1fr)]">
				<div className="space-y-6 max-xl:contents">
					<ApplicationCard candidate={candidate} />
					{!erasedAt && <DataCard candidate={candidate} />}
				</div>
				<div className="space-y-6">
					<ScorecardCard applicationId={applicationId} />
					<TestsCard applicationId={applicationId} />
					<ContactsCard candidate={candidate} />
					<RemindersCard candidate={candidate} />
					<HistoryCard candidate={candidate} />
				</div>
			</div>
		</>
	);
}
