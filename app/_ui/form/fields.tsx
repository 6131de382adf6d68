"use client";

import type { ComponentProps } from "react";
import type { FieldValues } from "react-hook-form";
import { Field } from "../field";
import { useFormat } from "../format/format-provider";
import { MoneyInput } from "../money-input";
import { Select } from "../select";
import { TextArea, TextInput } from "../text-input";
import { type Bound, useField } from "./use-field";

type Without<Props, Keys extends keyof Props> = Omit<
	Props,
	Keys | "name" | "value" | "onChange" | "onBlur" | "className"
>;

type TextProps<Input extends FieldValues, Output> = Bound<Input, Output> &
	Without<ComponentProps<typeof TextInput>, "id">;

/** One line of text; `type`, `autoComplete`, `inputMode`, `placeholder` as on any input. */
export function FormText<Input extends FieldValues, Output>(props: TextProps<Input, Output>) {
	const { control, name, label, help, optional, className, ...input } = props;
	const { field, error } = useField(props);
	return (
		<Field label={label} help={help} error={error} optional={optional} className={className}>
			{(control) => <TextInput {...input} {...field} {...control} value={field.value ?? ""} />}
		</Field>
	);
}

type TextAreaProps<Input extends FieldValues, Output> = Bound<Input, Output> & {
	limit?: number;
	placeholder?: string;
	rows?: number;
};

/** Several lines; `limit` counts what is left. */
export function FormTextArea<Input extends FieldValues, Output>(props: TextAreaProps<Input, Output>) {
	const { control, name, label, help, optional, className, ...input } = props;
	const { field, error } = useField(props);
	return (
		<Field label={label} help={help} error={error} optional={optional} className={className}>
			{(control) => <TextArea {...input} {...field} {...control} value={field.value ?? ""} />}
		</Field>
	);
}

/** A whole number, given to the schema as a number. */
export function FormNumber<Input extends FieldValues, Output>(props: TextProps<Input, Output>) {
	const { control, name, label, help, optional, className, ...input } = props;
	const { field, error } = useField(props);
	const read = (typed: string) => (typed.trim() === "" ? null : /^-?\d+$/.test(typed.trim()) ? Number(typed) : typed);
	return (
		<Field label={label} help={help} error={error} optional={optional} className={className}>
			{(control) => (
				<TextInput
					inputMode="numeric"
					autoComplete="off"
					{...input}
					{...field}
					{...control}
					value={field.value ?? ""}
					onChange={(event) => field.onChange(read(event.target.value))}
				/>
			)}
		</Field>
	);
}

/** An amount as hundredths (`bigint`), for `moneySchema`. */
export function FormMoney<Input extends FieldValues, Output>(props: Bound<Input, Output>) {
	const { label, help, optional, className } = props;
	const { field, error } = useField(props);
	const { sign } = useFormat();
	return (
		<Field label={label} help={help} error={error} optional={optional} className={className}>
			{(control) => (
				<MoneyInput
					{...control}
					ref={field.ref}
					name={field.name}
					value={typeof field.value === "string" ? undefined : field.value}
					// What is no amount goes on as text, so that the schema says so.
					onChange={(amount) => field.onChange(amount === undefined ? "?" : amount)}
					onBlur={field.onBlur}
					sign={sign}
				/>
			)}
		</Field>
	);
}

type SelectProps<Input extends FieldValues, Output> = Bound<Input, Output> &
	Pick<ComponentProps<typeof Select>, "choices" | "placeholder" | "autoComplete">;

/** One of a list. With a placeholder nothing is chosen at first. */
export function FormSelect<Input extends FieldValues, Output>(props: SelectProps<Input, Output>) {
	const { label, help, optional, className, choices, placeholder, autoComplete } = props;
	const { field, error } = useField(props);
	return (
		<Field label={label} help={help} error={error} optional={optional} className={className}>
			{(control) => (
				<Select
					{...field}
					{...control}
					value={field.value ?? ""}
					choices={choices}
					placeholder={placeholder}
					autoComplete={autoComplete}
				/>
			)}
		</Field>
	);
}
