"use client";

import { createContext, useContext, useEffect } from "react";

type FormKit = {
	/** Tells the summary how a field is called. */
	nameField: (name: string, label: string) => void;
	pending: boolean;
};

export const FormContext = createContext<FormKit>({ nameField: () => undefined, pending: false });

/** Whether the form around is being sent. */
export const useFormPending = (): boolean => useContext(FormContext).pending;

export function useFieldName(name: string, label: string): void {
	const { nameField } = useContext(FormContext);
	useEffect(() => nameField(name, label), [nameField, name, label]);
}
