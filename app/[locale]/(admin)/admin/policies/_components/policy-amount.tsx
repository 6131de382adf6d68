"use client";

import type { Control, FieldValues } from "react-hook-form";
import { Field } from "@/app/_ui/field";
import { type Bound, useField } from "@/app/_ui/form/use-field";
import { useFormat } from "@/app/_ui/format/format-provider";
import { MoneyInput } from "@/app/_ui/money-input";

export type PolicyControl = Control<FieldValues, unknown, FieldValues>;

/** An amount that the schema keeps as hundredths in text. */
export function PolicyAmount(props: Bound<FieldValues, FieldValues>) {
	const { field, error } = useField(props);
	const { sign } = useFormat();
	const known = /^\d+$/.test(String(field.value ?? ""));
	return (
		<Field label={props.label} error={error} className={props.className}>
			{(control) => (
				<MoneyInput
					{...control}
					ref={field.ref}
					name={field.name}
					value={known ? BigInt(field.value) : field.value === "" ? null : undefined}
					// What is no amount goes on as text, so that the schema says so.
					onChange={(amount) => field.onChange(amount === null ? "" : amount === undefined ? "?" : String(amount))}
					onBlur={field.onBlur}
					sign={sign}
				/>
			)}
		</Field>
	);
}
