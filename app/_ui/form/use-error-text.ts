"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";

/**
 * A field's message in words. A contract's own rule names a refusal (`ordering.start_in_past`) or only itself (`phone`,
 * `line_break`); all else is words already.
 */
export function useErrorText(): (message: string) => string {
	const t = useTranslations("refusals");
	const validation = useTranslations("common.validation");
	return useCallback(
		(message) => {
			if (/^[a-z_]+$/.test(message)) return validation(message === "phone" ? "phone" : "invalid");
			const key = message as Parameters<typeof t>[0];
			return /^[a-z]+\.\w+$/.test(message) && t.has(key) ? t(key) : message;
		},
		[t, validation],
	);
}
