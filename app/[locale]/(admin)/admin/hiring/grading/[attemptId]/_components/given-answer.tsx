"use client";

import { useLocale, useTranslations } from "next-intl";
import { Photo } from "@/app/_ui/photo";
import type { GradedQuestion } from "./sheet";

/** What was answered, and beside it what is right where the house knows. */
export function GivenAnswer({ graded: { question, answer } }: { graded: GradedQuestion }) {
	const t = useTranslations("tests.sheet");
	const locale = useLocale();
	if (!answer) return <p className="text-muted">{t("nothing")}</p>;
	if (answer.kind === "photo") {
		return (
			<ul className="flex flex-wrap gap-3">
				{answer.fileIds.map((fileId, at) => (
					<li key={fileId}>
						<a href={`/api/files/${fileId}`} target="_blank" rel="noreferrer">
							<Photo
								src={`/api/files/${fileId}`}
								alt={t("photo", { number: at + 1 })}
								className="h-48 w-64 rounded-md bg-sunken"
							/>
						</a>
					</li>
				))}
			</ul>
		);
	}
	if (answer.kind === "long") {
		return <p className="wrap-anywhere whitespace-pre-line rounded-md bg-sunken p-4">{answer.text || t("nothing")}</p>;
	}
	const named = (key: string) => {
		const choices = "options" in question ? question.options : "items" in question ? question.items : [];
		return choices.find((choice) => choice.key === key)?.text[locale] ?? key;
	};
	const given = {
		single: () => (answer.kind === "single" && answer.option ? named(answer.option) : ""),
		multiple: () => (answer.kind === "multiple" ? answer.options.map(named).join(" · ") : ""),
		order: () => (answer.kind === "order" ? answer.items.map(named).join(" → ") : ""),
		number: () => (answer.kind === "number" ? String(answer.number ?? "") : ""),
		short: () => (answer.kind === "short" ? answer.text : ""),
		reaction: () =>
			answer.kind === "reaction" ? t("times", { times: answer.times.join(", "), falseStarts: answer.falseStarts }) : "",
	}[answer.kind]();
	const right =
		question.kind === "single" || question.kind === "multiple"
			? [question.correct].flat().map(named).join(" · ")
			: question.kind === "order"
				? question.items.map(({ text }) => text[locale]).join(" → ")
				: question.kind === "number"
					? String(question.correct)
					: question.kind === "short"
						? question.accepted.join(" · ")
						: "";
	return (
		<div className="space-y-1">
			<p className="wrap-anywhere">{given || t("nothing")}</p>
			{right && <p className="text-muted text-sm">{t("right", { right })}</p>}
		</div>
	);
}
