"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { Checkbox } from "@/app/_ui/checkbox";
import { Field } from "@/app/_ui/field";
import { Select } from "@/app/_ui/select";
import { TextInput } from "@/app/_ui/text-input";
import { defaultsOf, type Entry, type StepInfo } from "./chain";
import { ExpressionField } from "./expression-field";
import { fieldsOf, type ParamField } from "./fields-of";
import { TypedField } from "./typed-field";

type Props = {
	entry: Entry;
	info: StepInfo;
	earlier: readonly string[];
	onChange: (part: Partial<Pick<Entry, "params" | "as">>) => void;
};

/** The form that a step's parameters ask for, and the name of its values where it may stand more than once. */
export function ParamsForm({ entry, info, earlier, onChange }: Props) {
	const t = useTranslations("matching.editor");
	const fields = useMemo(() => fieldsOf(info.params), [info.params]);
	// A chain may leave out what is as it is by itself.
	const params: Record<string, unknown> = { ...defaultsOf(info), ...entry.params };
	const put = (name: string, value: unknown) => onChange({ params: { ...entry.params, [name]: value } });
	const isNamed = info.vocabulary.length > 0 || entry.as !== null;
	if (fields.length === 0 && !isNamed) return null;
	return (
		<div className="grid gap-3 sm:grid-cols-2">
			{isNamed && (
				<Field label={t("as")} help={t("asHelp")} optional className="sm:col-span-2">
					{(control) => (
						<TextInput
							{...control}
							value={entry.as ?? ""}
							placeholder={entry.step}
							onChange={({ target }) => onChange({ as: target.value.toLowerCase().replace(/[ _]/g, "-") || null })}
						/>
					)}
				</Field>
			)}
			{fields.map((field) => (
				<Param key={field.name} field={field} value={params[field.name]} info={info} earlier={earlier} onChange={put} />
			))}
		</div>
	);
}

type ParamProps = {
	field: ParamField;
	value: unknown;
	info: StepInfo;
	earlier: readonly string[];
	onChange: (name: string, value: unknown) => void;
};

function Param({ field, value, info, earlier, onChange }: ParamProps) {
	const locale = useLocale();
	const label = field.label?.[locale] ?? field.name;
	const put = (next: unknown) => onChange(field.name, next);
	switch (field.kind) {
		case "yes-no":
			return <Checkbox label={label} checked={value === true} onChange={({ target }) => put(target.checked)} />;
		case "choice":
			return (
				<Field label={label}>
					{(control) => (
						<Select
							{...control}
							value={String(value ?? "")}
							choices={field.values.map((one) => ({ value: one, label: field.words[one]?.[locale] ?? one }))}
							onChange={({ target }) => put(target.value)}
						/>
					)}
				</Field>
			);
		case "expression":
			return (
				<div className="sm:col-span-2">
					<ExpressionField
						label={label}
						value={String(value ?? "")}
						longest={field.longest}
						vocabulary={info.vocabulary}
						earlier={earlier}
						onChange={put}
					/>
				</div>
			);
		default:
			return <TypedField label={label} field={field} value={value} onChange={put} />;
	}
}
