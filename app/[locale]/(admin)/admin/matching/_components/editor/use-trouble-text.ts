import { useLocale, useTranslations } from "next-intl";
import type { StepInfo, Trouble } from "./chain";
import { fieldsOf } from "./fields-of";

const named = ["score", "total", "rank"] as const;

/** What is wrong with a step in its place, in words; where the step itself says it, in its own. */
export function useTroubleText(): (trouble: Trouble, info?: StepInfo) => string {
	const t = useTranslations("matching.troubles");
	const locale = useLocale();
	return ({ reason, about, words }, info) => {
		if (words) return words[locale];
		const value = named.find((name) => name === about);
		if (value) return t(reason, { about: t(`values.${value}`) });
		const field = info && fieldsOf(info.params).find(({ name }) => name === about);
		return t(reason, { about: field?.label?.[locale] ?? about ?? "" });
	};
}
