import type { inferOutput } from "@trpc/tanstack-react-query";
import { useLocale, useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/format-provider";
import type { useTRPC } from "@/app/_ui/query/trpc";
import type { PolicyField } from "@/server/platform/policies/contracts";

export type Rules = inferOutput<ReturnType<typeof useTRPC>["policies"]["list"]>[number];
export type RulesVersion = Rules["versions"][number];

type Step = { above: string; percent: number };
type Key = Parameters<ReturnType<typeof useTranslations<"policies">>>[0];

/** 1 January 2024 was a Monday. */
const dayOfWeek = (weekday: number): Date => new Date(Date.UTC(2024, 0, weekday));

/** What rules are called, and how their values are written. */
export function usePolicyWords() {
	const t = useTranslations("policies");
	const format = useFormat();
	const locale = useLocale();
	const weekday = (day: number): string =>
		new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(dayOfWeek(day));
	const amount = (value: unknown): string => format.money(BigInt(String(value)));
	return {
		weekday,
		/** Of every field the catalogue has a word: a test says so. */
		field: (set: Rules["set"], path: string): string => t(`fields.${set}.${path}` as Key),
		value({ kind }: Pick<PolicyField, "kind">, value: unknown): string {
			if (value === undefined || value === null) return t("none");
			switch (kind) {
				case "amount":
					return amount(value);
				case "weekday":
					return weekday(Number(value));
				case "numbers":
					return (value as number[]).join(", ") || t("none");
				case "ladder":
					return (
						(value as Step[])
							.map(({ above, percent }) => t("ladderStep", { above: amount(above), percent: format.percent(percent) }))
							.join(";\n") || t("none")
					);
				default:
					return String(value);
			}
		},
	};
}
