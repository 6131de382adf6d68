"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";
import type { z } from "zod";
import { formatCount, formatMoney } from "@/server/kernel/format";
import { issueWords } from "./issue-words";

/** Zod's issues in the person's language, in the form that zod takes for `error`. */
export function useIssueText(): (issue: z.core.$ZodRawIssue) => string {
	const t = useTranslations("common.validation");
	const locale = useLocale();
	return useCallback(
		(issue) => {
			const words = issueWords(issue);
			const written = (amount: number | bigint) =>
				typeof amount === "bigint" ? formatMoney(amount, { locale, sign: "" }).trim() : formatCount(amount, { locale });
			switch (words.key) {
				case "tooShort":
				case "tooFew":
				case "tooLong":
				case "tooMany":
					return t(words.key, words.values);
				case "tooSmall":
					return t("tooSmall", { min: written(words.values.min) });
				case "tooBig":
					return t("tooBig", { max: written(words.values.max) });
				default:
					return t(words.key);
			}
		},
		[t, locale],
	);
}
