"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { Select } from "@/app/_ui/select";
import type { Question } from "@/server/contexts/hiring/contracts/tests";
import { moved, newCriterion, replaced } from "./draft";
import { MoveButtons, NumberField, WordsField } from "./fields";

type WithRubric = Extract<Question, { kind: "long" | "photo" }>;
type Props = { question: WithRubric; onChange: (question: Question) => void };

/** What people grade by: how many look, at what, and how much each is worth. */
export function RubricField({ question, onChange }: Props) {
	const t = useTranslations("library.editor");
	const { rubric } = question;
	const { criteria } = rubric;
	const keep = (next: typeof criteria) => onChange({ ...question, rubric: { ...rubric, criteria: next } });
	return (
		<div className="space-y-3">
			<Field label={t("graders")} className="max-w-60">
				{(control) => (
					<Select
						{...control}
						value={String(rubric.graders)}
						choices={[
							{ value: "1", label: t("oneGrader") },
							{ value: "2", label: t("twoGraders") },
						]}
						onChange={({ target }) =>
							onChange({ ...question, rubric: { ...rubric, graders: target.value === "1" ? 1 : 2 } })
						}
					/>
				)}
			</Field>
			{criteria.map((criterion, at) => (
				<div key={criterion.key} className="flex flex-wrap items-end gap-x-4 gap-y-2">
					<div className="min-w-0 flex-1 basis-80">
						<WordsField
							label={t("criterion", { number: at + 1 })}
							value={criterion.text}
							onChange={(text) => keep(replaced(criteria, at, { ...criterion, text }))}
						/>
					</div>
					<NumberField
						label={t("criterionPoints", { number: at + 1 })}
						value={criterion.points}
						onChange={(points) => keep(replaced(criteria, at, { ...criterion, points: points ?? Number.NaN }))}
					/>
					<MoveButtons
						{...{ at, count: criteria.length, what: t("criterion", { number: at + 1 }) }}
						onMove={(to) => keep(moved(criteria, at, to))}
						onRemove={() => keep(replaced(criteria, at))}
					/>
				</div>
			))}
			<Button onClick={() => keep([...criteria, newCriterion()])}>
				<Plus aria-hidden />
				{t("addCriterion")}
			</Button>
		</div>
	);
}
