"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { ErrorState } from "@/app/_ui/error-state";
import { Notice } from "@/app/_ui/notice";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonCards } from "@/app/_ui/skeleton";
import { QuestionField } from "@/app/[locale]/(public)/assessment/[token]/_components/question-field";
import type { AnswerValue } from "@/server/contexts/hiring/contracts/taking";
import type { TestId } from "@/server/kernel/ids";

/** The saved draft as a candidate would see it. It can be answered; nothing of that is kept. */
export function TestPreview({ testId }: { testId: TestId }) {
	const t = useTranslations("library");
	const locale = useLocale();
	const [paper, setPaper] = useState(1);
	const [answers, setAnswers] = useState<Record<string, AnswerValue>>({});
	const query = useTRPC().hiring.testPreview.queryOptions({ testId, version: null, paper });
	const { data, isPending, isError, error, refetch } = useQuery({ ...query, staleTime: 0 });
	if (isPending) return <SkeletonCards />;
	if (isError) return <ErrorState error={error} retry={() => void refetch()} />;
	return (
		<div className="max-w-3xl space-y-6">
			<Notice tone="info" action={<Button onClick={() => setPaper(paper + 1)}>{t("another")}</Button>}>
				{t("previewHelp")}
			</Notice>
			{data.sections.map((section, at) => (
				<section key={section.title.en + String(at)} className="space-y-4">
					<h2 className="font-semibold text-lg">{section.title[locale]}</h2>
					{section.intro[locale] && <p className="whitespace-pre-line text-muted">{section.intro[locale]}</p>}
					{section.questions.map((question, place) => (
						<Card key={question.key}>
							<QuestionField
								question={question}
								number={place + 1}
								of={section.questions.length}
								value={answers[question.key]}
								token={null}
								onAnswer={(value) => setAnswers((given) => ({ ...given, [question.key]: value }))}
							/>
						</Card>
					))}
				</section>
			))}
		</div>
	);
}
