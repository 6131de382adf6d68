"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { troubleOf } from "./refusal";

/** Turns any error of a procedure into words for the person: the refusal's own, else what kind of trouble it is. */
export function useRefusalText(): (error: unknown) => string {
	const t = useTranslations("refusals");
	return useCallback(
		(error) => {
			const trouble = troubleOf(error);
			if (trouble.kind === "generic") return t(`generic.${trouble.reason}`);
			const key = trouble.code as Parameters<typeof t>[0];
			return t.has(key) ? t(key, trouble.details) : t("generic.unexpected");
		},
		[t],
	);
}
