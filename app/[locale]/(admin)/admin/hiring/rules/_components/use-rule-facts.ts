import { useQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useScreeningWords } from "../../_components/use-screening-words";

export type Screening = inferOutput<ReturnType<typeof useTRPC>["hiring"]["screening"]>;
export type RuleVersion = Screening["versions"][number];
type Rule = RuleVersion["rule"];
export type Fact = { key: string; term: string; value: string };

/** A rule in words, setting by setting, so that two can be laid side by side. */
export function useRuleFacts() {
	const t = useTranslations("screening");
	const { data: traits = [] } = useQuery(useTRPC().hiring.listTraits.queryOptions());
	const words = useScreeningWords(new Map(traits.map(({ trait, name }) => [trait, name])));
	const percent = (value: number) => t("percent", { percent: value });
	const points = (value: number) => t("points", { score: value });
	const factsOf = ({ weights, mustHaves, cohort, ...rule }: Rule): Fact[] => [
		...(weights.length === 0 ? [{ key: "alike", term: t("facts.allAlike"), value: t("facts.allAlikeValue") }] : []),
		...weights.map(({ trait, weight }) => ({
			...{ key: `weight ${trait}`, term: t("facts.weight", { trait: words.trait(trait) }), value: String(weight) },
		})),
		...mustHaves.map(({ trait, atLeast }) => ({
			...{ key: `must ${trait}`, term: t("facts.must", { trait: words.trait(trait) }) },
			value: t("facts.mustValue", { atLeast }),
		})),
		{ key: "floor", term: t("facts.floor"), value: points(rule.floor) },
		{ key: "acceptTop", term: t("facts.acceptTop"), value: percent(rule.acceptTop) },
		{ key: "lookTop", term: t("facts.lookTop"), value: percent(rule.lookTop) },
		{ key: "days", term: t("facts.days"), value: t("facts.daysValue", { days: cohort.days }) },
		{ key: "atLeast", term: t("facts.atLeast"), value: t("facts.atLeastValue", { count: cohort.atLeast }) },
		{ key: "trial", term: t("facts.trial"), value: percent(rule.trial) },
		{ key: "strengthFrom", term: t("facts.strengthFrom"), value: points(rule.strengthFrom) },
		{ key: "weaknessBelow", term: t("facts.weaknessBelow"), value: points(rule.weaknessBelow) },
	];
	/** What differs: the settings of either that the other has otherwise or not at all. */
	const differences = (one: Rule, other: Rule) => {
		const [before, after] = [factsOf(one), factsOf(other)];
		const keys = new Map([...before, ...after].map(({ key, term }) => [key, term]));
		const said = (facts: Fact[], key: string) => facts.find((fact) => fact.key === key)?.value ?? null;
		return [...keys]
			.map(([key, term]) => ({ key, term, before: said(before, key), after: said(after, key) }))
			.filter((fact) => fact.before !== fact.after);
	};
	return { factsOf, differences, words, traits };
}
