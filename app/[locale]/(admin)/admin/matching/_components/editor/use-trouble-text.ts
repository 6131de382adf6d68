import { useLocale, useTranslations } from "next-intl";
import type { Trouble } from "./chain";

const named = ["score", "total", "rank"] as const;

/** What is wrong with a step in its place, in words; where the step itself says it, in its own. */
export function useTroubleText(): (trouble: Trouble) => string {
	const t = useTranslations("matching.troubles");
	const locale = useLocale();
	return ({ reason, about, words }) => {
		if (words) return words[locale];
		const value = named.find((name) => name === about);
		return t(reason, { about: value ? t(`values.${value}`) : (about ?? "") });
	};
}
