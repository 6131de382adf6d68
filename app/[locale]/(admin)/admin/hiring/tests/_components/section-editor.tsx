"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Checkbox } from "@/app/_ui/checkbox";
import { Field } from "@/app/_ui/field";
import { Select } from "@/app/_ui/select";
import type { QuestionKind, Section } from "@/server/contexts/hiring/contracts/tests";
import { moved, newQuestion, replaced } from "./draft";
import { MoveButtons, NumberField, WordsField } from "./fields";
import { QuestionEditor } from "./question-editor";

const kinds: QuestionKind[] = ["single", "multiple", "number", "order", "short", "long", "photo", "reaction"];

type Props = { section: Section; onChange: (section: Section) => void };

/** A section: how long it is open, how many questions are drawn from its pool, and the pool. */
export function SectionEditor({ section, onChange }: Props) {
	const t = useTranslations("library.editor");
	const [kind, setKind] = useState<QuestionKind>("single");
	const [added, setAdded] = useState("");
	const { questions } = section;
	const keep = (next: Section["questions"]) => onChange({ ...section, questions: next });
	return (
		<div className="space-y-5">
			<WordsField
				label={t("sectionTitle")}
				value={section.title}
				onChange={(title) => onChange({ ...section, title })}
			/>
			<WordsField long label={t("intro")} value={section.intro} onChange={(intro) => onChange({ ...section, intro })} />
			<div className="flex flex-wrap gap-4">
				<NumberField
					label={t("sectionMinutes")}
					help={t("sectionMinutesHelp")}
					value={section.minutes}
					onChange={(minutes) => onChange({ ...section, minutes })}
				/>
				<NumberField
					label={t("pick")}
					help={t("pickHelp", { pool: questions.length })}
					value={section.pick}
					onChange={(pick) => onChange({ ...section, pick })}
				/>
			</div>
			<Checkbox
				label={t("shuffle")}
				help={t("shuffleHelp")}
				checked={section.shuffle}
				onChange={({ target }) => onChange({ ...section, shuffle: target.checked })}
			/>
			<ol className="divide-y divide-line border-line border-y">
				{questions.map((question, at) => (
					<li key={question.key} className="flex items-start gap-2 py-2">
						<QuestionEditor
							question={question}
							number={at + 1}
							startsOpen={question.key === added}
							onChange={(next) => keep(replaced(questions, at, next))}
						/>
						<MoveButtons
							{...{ at, count: questions.length, what: t("question", { number: at + 1 }) }}
							onMove={(to) => keep(moved(questions, at, to))}
							onRemove={() => keep(replaced(questions, at))}
						/>
					</li>
				))}
			</ol>
			<div className="flex flex-wrap items-end gap-3">
				<Field label={t("newKind")} className="w-60">
					{(control) => (
						<Select
							{...control}
							value={kind}
							choices={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
							onChange={({ target }) => setKind(kinds.find((one) => one === target.value) ?? "single")}
						/>
					)}
				</Field>
				<Button
					onClick={() => {
						const question = newQuestion(kind);
						setAdded(question.key);
						keep([...questions, question]);
					}}
				>
					<Plus aria-hidden />
					{t("addQuestion")}
				</Button>
			</div>
		</div>
	);
}
