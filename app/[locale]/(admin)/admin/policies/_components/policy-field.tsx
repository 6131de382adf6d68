"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FieldValues } from "react-hook-form";
import { Field } from "@/app/_ui/field";
import { FormNumber, FormText } from "@/app/_ui/form/fields";
import { type Bound, useField } from "@/app/_ui/form/use-field";
import { Select } from "@/app/_ui/select";
import { TextInput } from "@/app/_ui/text-input";
import type { PolicyField } from "@/server/platform/policies/contracts";
import { LadderEditor } from "./ladder-editor";
import { PolicyAmount, type PolicyControl } from "./policy-amount";
import { type Rules, usePolicyWords } from "./use-policy-words";

type Props = { set: Rules["set"]; field: PolicyField; control: PolicyControl };

/** One field of a set, asked for as its kind wants it. */
export function PolicyFieldInput({ set, field: { path, kind }, control }: Props) {
	const words = usePolicyWords();
	const bound = { control, name: `values.${path}`, label: words.field(set, path) };
	switch (kind) {
		case "amount":
			return <PolicyAmount {...bound} />;
		case "number":
			return <FormNumber {...bound} />;
		case "numbers":
			return <PolicyNumbers {...bound} />;
		case "weekday":
			return <PolicyWeekday {...bound} />;
		case "time":
			return <FormText {...bound} type="time" />;
		case "ladder":
			return <LadderEditor {...bound} />;
		case "text":
			return <FormText {...bound} autoComplete="off" />;
	}
}

type BoundField = Bound<FieldValues, FieldValues>;

/** Several whole numbers with commas between them. */
function PolicyNumbers(props: BoundField) {
	const t = useTranslations("policies.form");
	const { field, error } = useField(props);
	const [text, setText] = useState(() => (field.value as number[]).join(", "));
	const change = (typed: string) => {
		setText(typed);
		const parts = typed.split(/[,;\s]+/).filter((part) => part !== "");
		field.onChange(parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part)));
	};
	return (
		<Field label={props.label} help={t("numbersHelp")} error={error}>
			{(control) => (
				<TextInput
					{...control}
					ref={field.ref}
					name={field.name}
					inputMode="numeric"
					autoComplete="off"
					value={text}
					onChange={({ target }) => change(target.value)}
					onBlur={field.onBlur}
				/>
			)}
		</Field>
	);
}

const WEEK = [1, 2, 3, 4, 5, 6, 7];

function PolicyWeekday(props: BoundField) {
	const { weekday } = usePolicyWords();
	const { field, error } = useField(props);
	return (
		<Field label={props.label} error={error}>
			{(control) => (
				<Select
					{...control}
					ref={field.ref}
					name={field.name}
					value={String(field.value)}
					choices={WEEK.map((day) => ({ value: String(day), label: weekday(day) }))}
					onChange={({ target }) => field.onChange(Number(target.value))}
					onBlur={field.onBlur}
				/>
			)}
		</Field>
	);
}

/** A business date; empty for at once. */
export function EffectiveFrom({ control }: { control: PolicyControl }) {
	const t = useTranslations("policies.form");
	const bound = { control, name: "effectiveFrom", label: t("from") };
	const { field, error } = useField(bound);
	return (
		<Field label={bound.label} help={t("fromHelp")} error={error} optional>
			{(asked) => (
				<TextInput
					{...asked}
					ref={field.ref}
					name={field.name}
					type="date"
					value={field.value ?? ""}
					onChange={({ target }) => field.onChange(target.value || null)}
					onBlur={field.onBlur}
				/>
			)}
		</Field>
	);
}
