import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/app/_ui/field";
import { TextInput } from "@/app/_ui/text-input";
import type { ParamField } from "./fields-of";

type Typed = Extract<ParamField, { kind: "number" | "text" | "json" }>;
type Props = { label: string; field: Typed; value: unknown; onChange: (value: unknown) => void };

/** What is typed goes into the chain as soon as it can be read; until then it stays in the field, and why is said below it. */
export function TypedField({ label, field, value, onChange }: Props) {
	const t = useTranslations("matching.editor");
	const [typed, setTyped] = useState<string | null>(null);
	const written = field.kind === "json" ? JSON.stringify(value) : String(value ?? "");
	const shown = typed ?? written;
	const wrong = "wrong" in read(field, shown);
	const limits = field.kind === "number" && (field.min !== null || field.max !== null);
	return (
		<Field
			label={label}
			{...(limits && { help: t("between", { min: field.min ?? "…", max: field.max ?? "…" }) })}
			{...(wrong && { error: t(`unreadable.${field.kind}`) })}
		>
			{(control) => (
				<TextInput
					{...control}
					inputMode={field.kind === "number" ? "decimal" : "text"}
					autoComplete="off"
					className={field.kind === "text" ? "" : "figures"}
					value={shown}
					onChange={({ target }) => {
						setTyped(target.value);
						const answer = read(field, target.value);
						if ("value" in answer) onChange(answer.value);
					}}
					onBlur={() => !wrong && setTyped(null)}
				/>
			)}
		</Field>
	);
}

function read(field: Typed, typed: string): { value: unknown } | { wrong: true } {
	if (field.kind === "text") return { value: typed };
	if (field.kind === "json") return parsed(typed);
	const value = Number(typed.replace(",", "."));
	const [least, most] = [field.min ?? Number.NEGATIVE_INFINITY, field.max ?? Number.POSITIVE_INFINITY];
	const fits = Number.isFinite(value) && value >= least && value <= most && (!field.whole || Number.isInteger(value));
	return typed.trim() !== "" && fits ? { value } : { wrong: true };
}

function parsed(typed: string): { value: unknown } | { wrong: true } {
	try {
		return { value: JSON.parse(typed) };
	} catch {
		return { wrong: true };
	}
}
