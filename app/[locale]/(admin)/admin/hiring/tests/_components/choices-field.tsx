"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/app/_ui/button";
import type { Question } from "@/server/contexts/hiring/contracts/tests";
import { moved, newChoice, replaced } from "./draft";
import { MoveButtons, WordsField } from "./fields";

type Choice = { key: string; text: { en: string; ru: string } };
type WithChoices = Extract<Question, { kind: "single" | "multiple" | "order" }>;
type Props = { question: WithChoices; onChange: (question: Question) => void };

/** What is offered, and which of it is right; things to be put in order stand here in the right one. */
export function ChoicesField({ question, onChange }: Props) {
	const t = useTranslations("library.editor");
	const group = useId();
	const choices: Choice[] = question.kind === "order" ? question.items : question.options;
	const keep = (next: Choice[]) => {
		if (question.kind === "order") return onChange({ ...question, items: next });
		if (question.kind === "single") return onChange({ ...question, options: next });
		const there = question.correct.filter((key) => next.some((choice) => choice.key === key));
		return onChange({ ...question, options: next, correct: there });
	};
	const mark = (key: string, isRight: boolean) => {
		if (question.kind === "single") onChange({ ...question, correct: key });
		if (question.kind === "multiple") {
			const others = question.correct.filter((one) => one !== key);
			onChange({ ...question, correct: isRight ? [...others, key] : others });
		}
	};
	return (
		<div className="space-y-3">
			{question.kind === "order" && <p className="text-muted text-sm">{t("orderHelp")}</p>}
			{choices.map((choice, at) => (
				<div key={choice.key} className="flex flex-wrap items-end gap-x-4 gap-y-2">
					<div className="min-w-0 flex-1 basis-80">
						<WordsField
							label={t("choice", { number: at + 1 })}
							value={choice.text}
							onChange={(text) => keep(replaced(choices, at, { ...choice, text }))}
						/>
					</div>
					{question.kind !== "order" && (
						<label className="flex min-h-control items-center gap-2 text-sm">
							<input
								type={question.kind === "single" ? "radio" : "checkbox"}
								name={group}
								className="size-5 accent-accent"
								checked={[question.correct].flat().includes(choice.key)}
								onChange={({ target }) => mark(choice.key, target.checked)}
							/>
							{t("right", { number: at + 1 })}
						</label>
					)}
					<MoveButtons
						{...{ at, count: choices.length, least: 2, what: t("choice", { number: at + 1 }) }}
						onMove={(to) => keep(moved(choices, at, to))}
						onRemove={() => keep(replaced(choices, at))}
					/>
				</div>
			))}
			<Button onClick={() => keep([...choices, newChoice()])}>
				<Plus aria-hidden />
				{t("addChoice")}
			</Button>
		</div>
	);
}
