"use client";

import { type Control, type FieldPath, type FieldValues, useController } from "react-hook-form";
import { useFieldName } from "./form-context";
import { useErrorText } from "./use-error-text";

/** What every field of the form kit takes. */
export type Bound<Input extends FieldValues, Output> = {
	/** `form.control`. */
	control: Control<Input, unknown, Output>;
	name: FieldPath<Input>;
	label: string;
	help?: string;
	optional?: boolean;
	className?: string;
};

/** Binds a control to the form: value, error in words, and its name for the summary. */
export function useField<Input extends FieldValues, Output>({ control, name, label }: Bound<Input, Output>) {
	const { field, fieldState } = useController({ control, name });
	const errorText = useErrorText();
	useFieldName(name, label);
	const message = fieldState.error?.message;
	return { field, error: message ? errorText(message) : undefined };
}
