"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useCallback, useMemo, useState } from "react";
import { type DefaultValues, type FieldValues, type Resolver, type UseFormReturn, useForm } from "react-hook-form";
import type { z } from "zod";
import { newId } from "@/server/kernel/ids";
import { useIssueText } from "./use-issue-text";

export type ZodForm<Input extends FieldValues, Output> = UseFormReturn<Input, unknown, Output> & {
	/** The same for every attempt to send, so that a repeated one makes nothing twice. */
	idempotencyKey: string;
	renewIdempotencyKey: () => void;
};

type Options<Input> = { defaultValues?: DefaultValues<Input> };

/**
 * A form held to a contract's schema, in the person's language. Where the schema asks for `idempotencyKey`, the form's own
 * is put in: it does not belong into `defaultValues`.
 */
export function useZodForm<Input extends FieldValues, Output extends FieldValues>(
	schema: z.ZodType<Output, Input>,
	{ defaultValues }: Options<Input> = {},
): ZodForm<Input, Output> {
	const issueText = useIssueText();
	const [idempotencyKey, setKey] = useState(newId);
	const resolver = useMemo<Resolver<Input, unknown, Output>>(() => {
		const resolve = zodResolver<Input, unknown, Output>(schema, { error: issueText });
		return (values, context, options) => resolve({ ...values, idempotencyKey }, context, options);
	}, [schema, issueText, idempotencyKey]);
	const form = useForm<Input, unknown, Output>({
		resolver,
		...(defaultValues && { defaultValues }),
		mode: "onTouched",
		shouldFocusError: false,
	});
	const renewIdempotencyKey = useCallback(() => setKey(newId()), []);
	return { ...form, idempotencyKey, renewIdempotencyKey };
}
