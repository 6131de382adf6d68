"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Notice } from "@/app/_ui/notice";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { type TestContent, testContent } from "@/server/contexts/hiring/contracts/tests";
import { moved, newSection, replaced } from "./draft";
import { MoveButtons, NumberField, WordsField } from "./fields";
import { SectionEditor } from "./section-editor";

type Props = {
	defaults: TestContent;
	submitLabel: string;
	notice?: ReactNode;
	onSave: (content: TestContent) => Promise<unknown>;
};

/** Everything that makes up a test. Nothing typed is lost when it can't be saved yet: it says where something is missing. */
export function TestEditor({ defaults, submitLabel, notice, onSave }: Props) {
	const t = useTranslations("library.editor");
	const refusalText = useRefusalText();
	const [content, setContent] = useState(defaults);
	const [faults, setFaults] = useState<string[]>([]);
	const [pending, setPending] = useState(false);
	const summary = useRef<HTMLDivElement>(null);
	const { sections } = content;
	const keep = (next: TestContent["sections"]) => setContent({ ...content, sections: next });

	const save = async () => {
		const parsed = testContent.safeParse(content);
		const wrong = parsed.success ? [] : [...new Set(parsed.error.issues.map(({ path }) => placeOf(path, t)))];
		setFaults(wrong);
		if (!parsed.success) return summary.current?.focus();
		setPending(true);
		try {
			await onSave(parsed.data);
		} catch (error) {
			setFaults([refusalText(error)]);
			summary.current?.focus();
		} finally {
			setPending(false);
		}
	};
	return (
		<form
			noValidate
			className="max-w-5xl space-y-6"
			onSubmit={(event) => {
				event.preventDefault();
				if (!pending) void save();
			}}
		>
			{notice}
			<div ref={summary} tabIndex={-1} role="alert" className="rounded-md empty:hidden">
				{faults.length > 0 && (
					<Notice tone="bad" title={t("faults")}>
						<ul className="list-disc pl-5">
							{faults.map((fault) => (
								<li key={fault}>{fault}</li>
							))}
						</ul>
					</Notice>
				)}
			</div>
			<Card className="space-y-5">
				<WordsField label={t("title")} value={content.title} onChange={(title) => setContent({ ...content, title })} />
				<WordsField
					long
					label={t("intro")}
					value={content.intro}
					onChange={(intro) => setContent({ ...content, intro })}
				/>
				<NumberField
					label={t("minutes")}
					value={content.minutes}
					onChange={(minutes) => setContent({ ...content, minutes: minutes ?? Number.NaN })}
				/>
			</Card>
			{sections.map((section, at) => (
				<Card key={section.key} aria-label={t("section", { number: at + 1 })}>
					<div className="mb-4 flex items-center justify-between">
						<h2 className="font-semibold text-base">{t("section", { number: at + 1 })}</h2>
						<MoveButtons
							{...{ at, count: sections.length, what: t("section", { number: at + 1 }) }}
							onMove={(to) => keep(moved(sections, at, to))}
							onRemove={() => keep(replaced(sections, at))}
						/>
					</div>
					<SectionEditor section={section} onChange={(next) => keep(replaced(sections, at, next))} />
				</Card>
			))}
			<div className="flex flex-wrap gap-3">
				<Button type="submit" look="primary" pending={pending}>
					{submitLabel}
				</Button>
				<Button onClick={() => keep([...sections, newSection()])}>
					<Plus aria-hidden />
					{t("addSection")}
				</Button>
			</div>
		</form>
	);
}

/** Where something is missing or wrong, as people count. */
function placeOf(path: PropertyKey[], t: ReturnType<typeof useTranslations<"library.editor">>): string {
	const [, section, , question] = path;
	if (typeof section !== "number") return t("faultAbove");
	if (typeof question !== "number") return t("faultSection", { section: section + 1 });
	return t("faultQuestion", { section: section + 1, question: question + 1 });
}
