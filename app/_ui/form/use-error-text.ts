"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";

/** A field's message in words. A contract's own rule names a refusal (`ordering.start_in_past`); all else is words already. */
export function useErrorText(): (message: string) => string {
	const t = useTranslations("refusals");
	return useCallback(
		(message) => {
			const key = message as Parameters<typeof t>[0];
			return /^[a-z]+\.\w+$/.test(message) && t.has(key) ? t(key) : message;
		},
		[t],
	);
}
