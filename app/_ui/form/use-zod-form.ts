"use client";

import "../without-eval";
import { zodResolver } from "@hookform/resolvers/zod";
import { useMemo, useState } from "react";
import { type DefaultValues, type FieldValues, type Resolver, type UseFormReturn, useForm } from "react-hook-form";
import type { z } from "zod";
import { makeSending, type Sending } from "./sending";
import { useIssueText } from "./use-issue-text";

export type ZodForm<Input extends FieldValues, Output> = UseFormReturn<Input, unknown, Output> & { sending: Sending };

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
	const [sending] = useState(makeSending);
	const resolver = useMemo<Resolver<Input, unknown, Output>>(() => {
		const resolve = zodResolver<Input, unknown, Output>(schema, { error: issueText });
		return (values, context, options) => resolve({ ...values, idempotencyKey: sending.key() }, context, options);
	}, [schema, issueText, sending]);
	const form = useForm<Input, unknown, Output>({
		resolver,
		...(defaultValues && { defaultValues }),
		mode: "onTouched",
		shouldFocusError: false,
	});
	return { ...form, sending };
}
