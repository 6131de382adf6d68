import { useTranslations } from "next-intl";

export type Outcome = "accepted" | "completion" | "no-shows" | "stars";
type Interval = { low: number; high: number };

/** Words for how the accepted do: shares in per cent, ratings in stars, intervals, and that too few speak. */
export function useOutcomeWords() {
	const t = useTranslations("screening");
	const one = (outcome: Outcome, value: number): string =>
		t(outcome === "stars" ? "values.stars" : "values.share", { value });
	return {
		name: (outcome: Outcome): string => t(`outcomes.${outcome}`),
		value: (outcome: Outcome, value: number | null): string =>
			value === null ? t("values.unknown") : one(outcome, value),
		interval: (outcome: Outcome, interval: Interval | null): string =>
			interval
				? t("values.interval", { low: one(outcome, interval.low), high: one(outcome, interval.high) })
				: t("values.tooFew"),
	};
}
