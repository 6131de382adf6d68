"use client";

import { useEffect } from "react";
import type { FieldValues } from "react-hook-form";
import type { ZodForm } from "./use-zod-form";

/**
 * Keeps what is typed in this tab, so that a reload, a lost connection or a new sign-in loses nothing. `name` tells the form
 * and whose it is: the next person at this tab must not find it. Call what is returned when it has been sent.
 */
export function useDraft<Input extends FieldValues, Output>(form: ZodForm<Input, Output>, name: string): () => void {
	const { reset, getValues, subscribe } = form;
	const key = `draft:${name}`;
	useEffect(() => {
		const kept = read(key);
		if (kept) reset({ ...getValues(), ...kept }, { keepDefaultValues: true });
		return subscribe({
			formState: { values: true },
			callback: ({ values }) => write(key, JSON.stringify(values)),
		});
	}, [key, reset, getValues, subscribe]);
	return () => write(key, null);
}

/** Some browsers forbid storage: then there are no drafts, and the form works all the same. */
function write(key: string, text: string | null): void {
	try {
		if (text === null) sessionStorage.removeItem(key);
		else sessionStorage.setItem(key, text);
	} catch {
		return;
	}
}

function read(key: string): Record<string, unknown> | null {
	try {
		const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
		return typeof kept === "object" && kept !== null && !Array.isArray(kept) ? { ...kept } : null;
	} catch {
		return null;
	}
}
