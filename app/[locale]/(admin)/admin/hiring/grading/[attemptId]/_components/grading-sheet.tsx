"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { StatusPill } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { AttemptId } from "@/server/kernel/ids";
import { GivenAnswer } from "./given-answer";
import { HandGrade } from "./hand-grade";
import type { GradedQuestion } from "./sheet";

/** One attempt: first what people have to look at, then what the house has scored. */
export function GradingSheet({ attemptId }: { attemptId: AttemptId }) {
	const t = useTranslations("tests.sheet");
	const locale = useLocale();
	const format = useFormat();
	const { data: sheet } = useSuspenseQuery(useTRPC().hiring.gradingSheet.queryOptions({ attemptId }));
	const { candidate, title, version, submittedAt, closedBy, graded, questions, left, applicationId } = sheet;
	const byHand = questions.filter(({ hand }) => hand !== null);
	const scored = questions.filter(({ hand }) => hand === null);
	return (
		<>
			<PageHeader
				title={candidate}
				help={t("of", { test: title[locale], version })}
				status={<StatusPill tone={graded ? "good" : "warn"}>{t(graded ? "graded" : "waits")}</StatusPill>}
				back={{ href: "/admin/hiring/grading", label: t("back") }}
				actions={<Link href={`/admin/hiring/candidates/${applicationId}`}>{t("candidate")}</Link>}
			/>
			<div className="max-w-4xl space-y-6">
				<p className="text-muted">
					{submittedAt
						? t(closedBy === "time" ? "timeUp" : "submitted", { at: format.dateTime(submittedAt) })
						: t("open")}
				</p>
				{left.times > 0 && <Notice tone="info">{t("left", left)}</Notice>}
				{byHand.map((graded) => (
					<Card key={graded.question.key} aria-label={graded.question.prompt[locale]}>
						<Asked graded={graded} />
						<HandGrade attemptId={attemptId} graded={graded} />
					</Card>
				))}
				{scored.length > 0 && <h2 className="font-semibold text-lg">{t("byItself")}</h2>}
				{scored.map((graded) => (
					<Card key={graded.question.key}>
						<Asked graded={graded} />
					</Card>
				))}
			</div>
		</>
	);
}

function Asked({ graded }: { graded: GradedQuestion }) {
	const t = useTranslations("tests.sheet");
	const locale = useLocale();
	const { question, points, max, pasted } = graded;
	return (
		<div className="space-y-3">
			<div className="flex items-start justify-between gap-4">
				<h3 className="whitespace-pre-line font-medium">{question.prompt[locale]}</h3>
				<p data-figures className="shrink-0 text-muted text-sm">
					{points === null ? t("max", { max }) : t("points", { points, max })}
				</p>
			</div>
			<GivenAnswer graded={graded} />
			{pasted.times > 0 && <Notice tone="info">{t("pasted", pasted)}</Notice>}
		</div>
	);
}
