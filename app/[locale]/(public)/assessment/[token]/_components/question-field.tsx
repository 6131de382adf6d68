"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { Checkbox } from "@/app/_ui/checkbox";
import { FieldGroup } from "@/app/_ui/field";
import { RadioCards } from "@/app/_ui/radio-cards";
import { TextArea, TextInput } from "@/app/_ui/text-input";
import type { AnswerOf, AnswerValue } from "@/server/contexts/hiring/contracts/taking";
import type { PublicQuestion } from "@/server/contexts/hiring/contracts/tests";
import { NumberAnswer } from "./number-answer";
import { OrderAnswer } from "./order-answer";
import { PhotoAnswer } from "./photo-answer";
import { ReactionTask } from "./reaction-task";

export type QuestionFieldProps = {
	question: PublicQuestion;
	number: number;
	of: number;
	value: AnswerValue | undefined;
	/** Photos are sent by the candidate's link; without it, as in the office's preview, none can be. */
	token: string | null;
	onAnswer: (value: AnswerValue) => void;
	onPaste?: (size: number) => void;
};

const helped = ["multiple", "order", "short", "photo"] as const;
const isHelped = (kind: string): kind is (typeof helped)[number] => helped.some((one) => one === kind);

/** One question and what answers it. */
export function QuestionField(props: QuestionFieldProps) {
	const { question, number, of } = props;
	const t = useTranslations("assessment.question");
	const locale = useLocale();
	return (
		<FieldGroup
			label={
				<span className="space-y-1">
					<span className="block font-normal text-muted text-sm">{t("number", { number, of })}</span>
					<span className="block whitespace-pre-line font-medium">{question.prompt[locale]}</span>
				</span>
			}
			help={isHelped(question.kind) ? t(`help.${question.kind}`) : undefined}
		>
			{() => <Answer {...props} />}
		</FieldGroup>
	);
}

function Answer({ question, value, token, onAnswer, onPaste }: QuestionFieldProps) {
	const t = useTranslations("assessment.question");
	const locale = useLocale();
	const id = useId();
	const pasting = { onPaste: (event: React.ClipboardEvent) => onPaste?.(event.clipboardData.getData("text").length) };
	switch (question.kind) {
		case "single": {
			const mine = of(value, "single");
			return (
				<RadioCards
					name={id}
					cards={question.options.map(({ key, text }) => ({ value: key, title: text[locale] }))}
					value={mine?.option ?? ""}
					onChange={(option) => onAnswer({ kind: "single", option })}
				/>
			);
		}
		case "multiple": {
			const chosen = of(value, "multiple")?.options ?? [];
			return (
				<div className="space-y-1">
					{question.options.map(({ key, text }) => (
						<Checkbox
							key={key}
							label={text[locale]}
							checked={chosen.includes(key)}
							onChange={({ target }) =>
								onAnswer({
									kind: "multiple",
									options: target.checked ? [...chosen, key] : chosen.filter((one) => one !== key),
								})
							}
						/>
					))}
				</div>
			);
		}
		case "number":
			return <NumberAnswer value={of(value, "number")?.number ?? null} onAnswer={onAnswer} />;
		case "order":
			return <OrderAnswer items={question.items} order={of(value, "order")?.items ?? []} onAnswer={onAnswer} />;
		case "short":
			return (
				<TextInput
					aria-label={t("answer")}
					autoComplete="off"
					maxLength={200}
					value={of(value, "short")?.text ?? ""}
					onChange={({ target }) => onAnswer({ kind: "short", text: target.value })}
					{...pasting}
				/>
			);
		case "long":
			return (
				<TextArea
					aria-label={t("answer")}
					limit={question.letters}
					maxLength={question.letters}
					value={of(value, "long")?.text ?? ""}
					onChange={({ target }) => onAnswer({ kind: "long", text: target.value })}
					{...pasting}
				/>
			);
		case "photo":
			return <PhotoAnswer token={token} fileIds={of(value, "photo")?.fileIds ?? []} onAnswer={onAnswer} />;
		case "reaction":
			return <ReactionTask waits={question.waits} value={of(value, "reaction")} onAnswer={onAnswer} />;
	}
}

const of = <Kind extends AnswerValue["kind"]>(
	value: AnswerValue | undefined,
	kind: Kind,
): AnswerOf<Kind> | undefined => (value?.kind === kind ? (value as AnswerOf<Kind>) : undefined);
