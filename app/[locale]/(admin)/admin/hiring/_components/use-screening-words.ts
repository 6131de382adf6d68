import { useLocale, useTranslations } from "next-intl";

type Named = { code: string; trait?: string; traitName?: { en: string; ru: string } };
type Numbers = { score?: number; atLeast?: number; percent?: number; size?: number };
export type Reason = Named & Numbers;

const ofScores = ["must-have-missed", "below-floor"];

/** Words for what screening says: why something is proposed, and how versions of a rule are called. */
export function useScreeningWords(traits: ReadonlyMap<string, { en: string; ru: string }> = new Map()) {
	const t = useTranslations("screening");
	const locale = useLocale();
	const trait = (key: string): string => traits.get(key)?.[locale] ?? key;
	return {
		trait,
		version: ({ version, name }: { version: number; name: string | null }): string =>
			version === 0 ? t("standard") : name ? t("versionName", { version, name }) : t("version", { version }),
		reason: ({ code, trait: key = "", traitName, score = 0, atLeast = 0, percent = 0, size = 0 }: Reason): string => {
			const points = ofScores.includes(code) ? { score: score / 100, atLeast: atLeast / 100 } : { score, atLeast };
			return t(`reasons.${code as "among-best"}`, {
				trait: traitName?.[locale] ?? trait(key),
				...points,
				percent,
				size,
			});
		},
	};
}
