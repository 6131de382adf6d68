"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { Button } from "@/app/_ui/button";
import { FormSelect, FormTextArea } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import type { AttemptId } from "@/server/kernel/ids";
import { prose } from "@/server/kernel/text";
import type { GradedQuestion } from "./sheet";

const gradeForm = z.object({ criteria: z.record(z.string(), z.string().min(1)), note: prose(2000) });
type Props = { attemptId: AttemptId; graded: GradedQuestion };

/** Who has looked, how far they agree, and one's own points by the rubric. */
export function HandGrade({ attemptId, graded }: Props) {
	const t = useTranslations("tests.hand");
	const format = useFormat();
	const [again, setAgain] = useState(false);
	const { hand } = graded;
	if (!hand) return null;
	const { mine, others, othersCount, needed, agreement, open } = hand;
	const grades = mine ? [mine, ...others] : others;
	return (
		<div className="mt-4 space-y-4 border-line border-t pt-4">
			<p className="text-muted text-sm">
				{t("looked", { looked: othersCount + (mine ? 1 : 0), needed })}
				{agreement !== null && ` ${t("agreement", { percent: Math.round(agreement * 100) })}`}
			</p>
			{grades.length > 0 && (
				<ul className="space-y-2">
					{grades.map(({ grader, graderName, points, note, gradedAt }) => (
						<li key={grader} className="text-sm">
							<span className="font-medium">{graderName}</span>: {t("gave", { points })},{" "}
							<span className="text-muted">{format.dateTime(gradedAt)}</span>
							{note && <p className="whitespace-pre-line text-muted">{note}</p>}
						</li>
					))}
				</ul>
			)}
			{open && (!mine || again) && <GradeForm attemptId={attemptId} graded={graded} onDone={() => setAgain(false)} />}
			{mine && !again && <Button onClick={() => setAgain(true)}>{t("again")}</Button>}
		</div>
	);
}

function GradeForm({ attemptId, graded, onDone }: Props & { onDone: () => void }) {
	const t = useTranslations("tests.hand");
	const locale = useLocale();
	const { question, hand } = graded;
	const criteria = "rubric" in question ? question.rubric.criteria : [];
	const grade = useMutation(useTRPC().hiring.gradeAnswer.mutationOptions());
	const form = useZodForm(gradeForm, {
		defaultValues: {
			criteria: Object.fromEntries(criteria.map(({ key }) => [key, String(hand?.mine?.criteria[key] ?? "")])),
			note: hand?.mine?.note ?? "",
		},
	});
	return (
		<Form
			form={form}
			label={t("label", { question: question.prompt[locale].slice(0, 60) })}
			onSubmit={async ({ criteria: given, note }) => {
				const points = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, Number(value)]));
				await grade.mutateAsync({ attemptId, question: question.key, criteria: points, note });
				toast.done(t("done"));
				onDone();
			}}
		>
			{criteria.map(({ key, text, points }) => (
				<FormSelect
					key={key}
					control={form.control}
					name={`criteria.${key}`}
					label={text[locale]}
					placeholder={t("choose")}
					choices={Array.from({ length: points * 2 + 1 }, (_, half) => ({
						value: String(half / 2),
						label: t("outOf", { points: half / 2, max: points }),
					}))}
				/>
			))}
			<FormTextArea control={form.control} name="note" label={t("note")} rows={2} optional />
			<FormActions>
				<SubmitButton>{t("submit")}</SubmitButton>
			</FormActions>
		</Form>
	);
}
