"use client";

import { type FormEvent, type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import type { FieldPath, FieldValues } from "react-hook-form";
import { cn } from "../cn";
import { invalidFieldsOf, troubleOf } from "../query/refusal";
import { useRefusalText } from "../query/use-refusal-text";
import { ErrorSummary } from "./error-summary";
import { flatErrors } from "./flat-errors";
import { FormContext } from "./form-context";
import { useErrorText } from "./use-error-text";
import type { ZodForm } from "./use-zod-form";

type FormProps<Input extends FieldValues, Output> = {
	form: ZodForm<Input, Output>;
	/** Sends; resolves when it is done. What it throws is shown, and nothing typed is lost. */
	onSubmit: (values: Output, sending: { idempotencyKey: string }) => Promise<unknown>;
	/** The fields at which a refusal is shown besides the summary: `{ "ordering.slot_taken": "startsAt" }`. */
	refusalFields?: Partial<Record<string, FieldPath<Input>>>;
	/** Names the form for those who do not see the heading above it. */
	label?: string;
	className?: string;
	children: ReactNode;
};

/** One column of fields. Validates, sends once, shows what was refused. */
export function Form<Input extends FieldValues, Output>(props: FormProps<Input, Output>) {
	const { form, onSubmit, refusalFields, label, className, children } = props;
	const { sending } = form;
	const refusalText = useRefusalText();
	const errorText = useErrorText();
	const labels = useRef(new Map<string, string>());
	const [pending, setPending] = useState(false);
	const [refusal, setRefusal] = useState<string | null>(null);
	const [attempt, setAttempt] = useState(0);

	const refuse = (error: unknown) => {
		const words = refusalText(error);
		setRefusal(words);
		const trouble = troubleOf(error);
		const field = trouble.kind === "refusal" ? refusalFields?.[trouble.code] : undefined;
		if (field) form.setError(field, { type: "refused", message: words });
		for (const path of invalidFieldsOf(error)) {
			if (labels.current.has(path)) form.setError(path as FieldPath<Input>, { type: "refused", message: words });
		}
	};
	const send = async (values: Output) => {
		try {
			await onSubmit(values, { idempotencyKey: sending.key() });
			sending.succeeded();
		} catch (error) {
			refuse(error);
		}
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		void sending.alone(async () => {
			setPending(true);
			setRefusal(null);
			try {
				await form.handleSubmit(send)(event);
			} finally {
				setPending(false);
				setAttempt((count) => count + 1);
			}
		});
	};

	const nameField = useCallback((name: string, words: string) => void labels.current.set(name, words), []);
	const kit = useMemo(() => ({ nameField, pending }), [nameField, pending]);
	// Read in each picture: the form only tells of what was asked for.
	const wrong = flatErrors(form.formState.errors);
	const order = [...labels.current.keys()];
	const errors = wrong
		.map(({ name, message }) => ({ name, label: labels.current.get(name) ?? "", message: errorText(message) }))
		.filter(({ message }) => message !== refusal)
		.sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
	return (
		<form noValidate aria-label={label} onSubmit={submit} className={cn("flex flex-col gap-6", className)}>
			<ErrorSummary
				errors={attempt === 0 ? [] : errors}
				refusal={refusal}
				attempt={attempt}
				onChoose={(name) => form.setFocus(name as FieldPath<Input>)}
			/>
			<FormContext value={kit}>{children}</FormContext>
		</form>
	);
}
