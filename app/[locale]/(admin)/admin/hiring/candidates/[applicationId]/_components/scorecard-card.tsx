"use client";

import { useQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/app/_ui/badge";
import { Card, CardHeader } from "@/app/_ui/card";
import { DescriptionList } from "@/app/_ui/description-list";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import type { ApplicationId } from "@/server/kernel/ids";
import { ProposalPill } from "../../../_components/proposal-pill";
import { useScreeningWords } from "../../../_components/use-screening-words";

type Scorecard = inferOutput<ReturnType<typeof useTRPC>["hiring"]["scorecard"]>[number];

/** What the tests came to, where that stands among others, what screening proposes, and why. */
export function ScorecardCard({ applicationId }: { applicationId: ApplicationId }) {
	const t = useTranslations("screening.card");
	const query = useQuery(useTRPC().hiring.scorecard.queryOptions({ applicationId }));
	const [latest, ...earlier] = query.data ?? [];
	return (
		<Card>
			<CardHeader title={t("title")} />
			{query.isPending && <SkeletonRows />}
			{query.isError && (
				<ErrorState error={query.error} retry={() => void query.refetch()} pending={query.isRefetching} />
			)}
			{query.data && !latest && <p className="text-muted">{t("none")}</p>}
			{latest && (
				<div className="grid items-start gap-8 2xl:grid-cols-2">
					<Judgement card={latest} />
					<Scores card={latest} />
				</div>
			)}
			{earlier.length > 0 && <Earlier cards={earlier} />}
		</Card>
	);
}

function Judgement({ card }: { card: Scorecard }) {
	const t = useTranslations("screening.card");
	const locale = useLocale();
	const format = useFormat();
	const words = useScreeningWords();
	const { proposal, trial, reasons, percentile, cohort, rule, experiment, drawnUpAt } = card;
	const { size, above, equal, from, vacancy } = cohort;
	return (
		<DescriptionList
			items={[
				{
					term: t("proposal"),
					description: (
						<span className="flex flex-wrap gap-2">
							<ProposalPill proposal={proposal} />
							{trial && <Badge tone="warn">{t("trial")}</Badge>}
						</span>
					),
				},
				{
					term: t("why"),
					description: (
						<ul className="space-y-1">
							{reasons.map((reason) => (
								<li key={`${reason.code} ${"trait" in reason ? reason.trait : ""}`}>{words.reason(reason)}</li>
							))}
						</ul>
					),
				},
				{
					term: t("percentile"),
					description: (
						<>
							<strong className="figures">{t("percentileValue", { percentile: percentile / 100 })}</strong>
							<span className="block text-muted text-sm">{t("place", { size, above, equal })}</span>
						</>
					),
				},
				{
					term: t("cohort"),
					description: t("cohortValue", {
						vacancy: vacancy[locale],
						...{ from: format.date(from), to: format.date(drawnUpAt) },
					}),
				},
				{
					term: t("rule"),
					description: (
						<>
							{words.version(rule)}
							{experiment && (
								<Link href={`/admin/hiring/experiments/${experiment.experimentId}`} className="block">
									{t("arm", { experiment: experiment.name, arm: experiment.arm })}
								</Link>
							)}
						</>
					),
				},
			]}
		/>
	);
}

function Scores({ card: { scores, total, found } }: { card: Scorecard }) {
	const t = useTranslations("screening.card");
	const locale = useLocale();
	const format = useFormat();
	const nameOf = (key: string) => scores.find(({ trait }) => trait === key)?.name[locale] ?? key;
	const named = (levels: { trait: string; level: number }[]) =>
		levels.map(({ trait, level }) => `${nameOf(trait)} ${level}`).join(", ") || t("nothingFound");
	return (
		<div>
			<Table caption={t("traits")}>
				<TableHead>
					<Column>{t("trait")}</Column>
					<Column numeric>{t("score")}</Column>
				</TableHead>
				<TableBody>
					{scores.map(({ trait, name, score }) => (
						<Row key={trait}>
							<Cell>
								{name[locale]}
								<span aria-hidden className="mt-1 block h-1.5 rounded-full bg-sunken">
									<span className="block h-full rounded-full bg-inverse" style={{ width: `${score / 100}%` }} />
								</span>
							</Cell>
							<Cell numeric>{format.count(score / 100)}</Cell>
						</Row>
					))}
					<Row>
						<Cell className="font-semibold">{t("total")}</Cell>
						<Cell numeric className="font-semibold">
							{format.count(total / 100)}
						</Cell>
					</Row>
				</TableBody>
			</Table>
			<p className="mt-3 text-muted text-sm">
				{t("found", { strengths: named(found.strengths), weaknesses: named(found.weaknesses) })}
			</p>
		</div>
	);
}

function Earlier({ cards }: { cards: Scorecard[] }) {
	const t = useTranslations("screening");
	const format = useFormat();
	return (
		<details className="mt-6">
			<summary className="cursor-pointer text-muted text-sm">{t("card.earlier", { count: cards.length })}</summary>
			<ul className="mt-2 space-y-1 text-sm">
				{cards.map(({ number, drawnUpAt, proposal, percentile }) => (
					<li key={number}>
						{t("card.earlierLine", {
							...{ number, at: format.dateTime(drawnUpAt), percentile: percentile / 100 },
							proposal: t(`proposals.${proposal}`),
						})}
					</li>
				))}
			</ul>
		</details>
	);
}
