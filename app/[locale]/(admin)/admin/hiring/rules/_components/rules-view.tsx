"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { Card, CardHeader } from "@/app/_ui/card";
import { DescriptionList } from "@/app/_ui/description-list";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonCards } from "@/app/_ui/skeleton";
import { Timeline } from "@/app/_ui/timeline";
import type { VacancyId } from "@/server/kernel/ids";
import { useVacancy, VacancyChoice } from "../../_components/vacancy-choice";
import { CompareVersions } from "./compare-versions";
import { RuleVersions } from "./rule-versions";
import { type Screening, useRuleFacts } from "./use-rule-facts";

/** How a vacancy is screened: the rule in force, all versions, and what was in force when. */
export function RulesView() {
	const { vacancyId } = useVacancy();
	return vacancyId ? <RulesOf vacancyId={vacancyId} /> : <SkeletonCards />;
}

function RulesOf({ vacancyId }: { vacancyId: VacancyId }) {
	const query = useQuery(useTRPC().hiring.screening.queryOptions({ vacancyId }));
	if (query.isError)
		return <ErrorState error={query.error} retry={() => void query.refetch()} pending={query.isRefetching} />;
	if (!query.data) return <SkeletonCards />;
	return (
		<>
			<VacancyChoice vacancyId={vacancyId} />
			<div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-2">
				<div className="space-y-6">
					<InForce vacancyId={vacancyId} screening={query.data} />
					<CompareVersions screening={query.data} />
				</div>
				<div className="space-y-6">
					<RuleVersions vacancyId={vacancyId} screening={query.data} />
					<Activations screening={query.data} />
				</div>
			</div>
		</>
	);
}

type Props = { vacancyId: VacancyId; screening: Screening };

function InForce({ vacancyId, screening: { inForce, versions } }: Props) {
	const t = useTranslations("screening.rules");
	const { factsOf, words } = useRuleFacts();
	const current = versions.find(({ version }) => version === inForce);
	if (!current) return null;
	return (
		<Card>
			<CardHeader
				title={t("inForce")}
				help={words.version(current)}
				actions={
					<Button asChild look="primary">
						<Link look="plain" href={`/admin/hiring/rules/edit?vacancy=${vacancyId}&from=${inForce}`}>
							{t("edit")}
						</Link>
					</Button>
				}
			/>
			<DescriptionList
				bill
				items={factsOf(current.rule).map(({ key, term, value }) => ({ key, term, description: value }))}
			/>
		</Card>
	);
}

function Activations({ screening: { activations, versions } }: Pick<Props, "screening">) {
	const t = useTranslations("screening");
	const format = useFormat();
	const { words } = useRuleFacts();
	const nameOf = (version: number) => versions.find((each) => each.version === version)?.name ?? null;
	return (
		<Card>
			<CardHeader title={t("rules.history")} />
			{activations.length === 0 && <p className="text-muted">{t("rules.historyNone")}</p>}
			<Timeline
				entries={activations.map(({ number, version, reason, by, activatedAt }) => ({
					...{ key: String(number), at: format.dateTime(activatedAt), dateTime: activatedAt.toISOString() },
					...{ title: words.version({ version, name: nameOf(version) }), by: by.name ?? t("nobody") },
					...{ tone: number === activations[0]?.number ? ("good" as const) : ("neutral" as const) },
					children: <p className="wrap-anywhere">{reason}</p>,
				}))}
			/>
		</Card>
	);
}
