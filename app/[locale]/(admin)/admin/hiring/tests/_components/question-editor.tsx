"use client";

import { useLocale, useTranslations } from "next-intl";
import { Field } from "@/app/_ui/field";
import { Select } from "@/app/_ui/select";
import { TextArea } from "@/app/_ui/text-input";
import type { Question } from "@/server/contexts/hiring/contracts/tests";
import { ChoicesField } from "./choices-field";
import { NumberField, WordsField } from "./fields";
import { RubricField } from "./rubric-field";
import { TraitsField } from "./traits-field";

type Props = { question: Question; number: number; startsOpen: boolean; onChange: (question: Question) => void };

/** One question: what is asked, what is right, what it is worth, what it speaks for. */
export function QuestionEditor({ question, number, startsOpen, onChange }: Props) {
	const t = useTranslations("library.editor");
	const locale = useLocale();
	return (
		<details open={startsOpen} className="min-w-0 flex-1">
			<summary className="min-h-8 cursor-pointer py-1.5">
				<span className="text-muted">{t("questionOf", { number, kind: t(`kinds.${question.kind}`) })}</span>{" "}
				{question.prompt[locale].slice(0, 90)}
			</summary>
			<div className="space-y-5 py-3">
				<WordsField
					long
					label={t("prompt")}
					value={question.prompt}
					onChange={(prompt) => onChange({ ...question, prompt })}
				/>
				<KindFields question={question} onChange={onChange} />
				<div className="flex flex-wrap gap-4">
					{"points" in question && (
						<NumberField
							label={t("points")}
							value={question.points}
							onChange={(points) => onChange({ ...question, points: points ?? Number.NaN })}
						/>
					)}
					{"penalty" in question && (
						<NumberField
							label={t("penalty")}
							help={t("penaltyHelp")}
							value={question.penalty}
							onChange={(penalty) => onChange({ ...question, penalty: penalty ?? 0 })}
						/>
					)}
				</div>
				<TraitsField traits={question.traits} onChange={(traits) => onChange({ ...question, traits })} />
			</div>
		</details>
	);
}

function KindFields({ question, onChange }: Pick<Props, "question" | "onChange">) {
	const t = useTranslations("library.editor");
	const number = (label: string, value: number, keep: (value: number) => void) => (
		<NumberField label={label} value={value} onChange={(given) => keep(given ?? Number.NaN)} />
	);
	switch (question.kind) {
		case "single":
			return <ChoicesField question={question} onChange={onChange} />;
		case "multiple":
		case "order":
			return (
				<>
					<ChoicesField question={question} onChange={onChange} />
					<Field label={t("scoring")} className="max-w-80">
						{(control) => (
							<Select
								{...control}
								value={question.scoring}
								choices={[
									{ value: "all", label: t("scoreAll") },
									{
										value: question.kind === "order" ? "pairs" : "each",
										label: t(question.kind === "order" ? "scorePairs" : "scoreEach"),
									},
								]}
								onChange={({ target }) => {
									const all = target.value === "all";
									if (question.kind === "order") onChange({ ...question, scoring: all ? "all" : "pairs" });
									else onChange({ ...question, scoring: all ? "all" : "each" });
								}}
							/>
						)}
					</Field>
				</>
			);
		case "number":
			return (
				<div className="flex flex-wrap gap-4">
					{number(t("correct"), question.correct, (correct) => onChange({ ...question, correct }))}
					{number(t("tolerance"), question.tolerance, (tolerance) => onChange({ ...question, tolerance }))}
				</div>
			);
		case "short":
			return (
				<Field label={t("accepted")} help={t("acceptedHelp")}>
					{(control) => (
						<TextArea
							{...control}
							value={question.accepted.join("\n")}
							onChange={({ target }) => onChange({ ...question, accepted: target.value.split("\n") })}
						/>
					)}
				</Field>
			);
		case "long":
			return (
				<>
					{number(t("letters"), question.letters, (letters) => onChange({ ...question, letters }))}
					<RubricField question={question} onChange={onChange} />
				</>
			);
		case "photo":
			return <RubricField question={question} onChange={onChange} />;
		case "reaction":
			return (
				<div className="flex flex-wrap gap-4">
					{number(t("rounds"), question.rounds, (rounds) => onChange({ ...question, rounds }))}
					{number(t("fullMs"), question.fullMs, (fullMs) => onChange({ ...question, fullMs }))}
					{number(t("zeroMs"), question.zeroMs, (zeroMs) => onChange({ ...question, zeroMs }))}
				</div>
			);
	}
}
