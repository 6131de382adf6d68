"use client";

import { Button, type ButtonProps } from "../button";
import { useFormPending } from "./form-context";

/** The form's main action. It shows that the form is being sent and can't be pressed twice. */
export function SubmitButton(props: Omit<ButtonProps, "type" | "asChild">) {
	const pending = useFormPending();
	return <Button look="primary" {...props} type="submit" pending={pending || props.pending} />;
}
