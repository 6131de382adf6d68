"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Card, CardHeader } from "@/app/_ui/card";
import { useFormat } from "@/app/_ui/format/format-provider";
import { later } from "@/app/_ui/later";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { useTRPC } from "@/app/_ui/query/trpc";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import type { ExperimentId } from "@/server/kernel/ids";
import { useOutcomeWords } from "../../_components/use-outcome-words";
import { useScreeningWords } from "../../_components/use-screening-words";
import type { Experiment } from "./experiment";
import { ExperimentResults } from "./experiment-results";
import { ExperimentState } from "./experiment-state";

const StopDialog = later(() => import("./stop-dialog"));

/** An experiment as it stands: the shares, the results, and what to do about them. */
export function ExperimentView({ experimentId }: { experimentId: ExperimentId }) {
	const t = useTranslations("screening.experiments");
	const format = useFormat();
	const words = useOutcomeWords();
	const [stopping, setStopping] = useState(false);
	const { data: experiment } = useSuspenseQuery(useTRPC().hiring.getExperiment.queryOptions({ experimentId }));
	const { name, question, state, outcome, startedAt, vacancyId } = experiment;
	return (
		<>
			<PageHeader
				title={name}
				status={<ExperimentState state={state} />}
				help={`${question} ${t("since", { at: format.date(startedAt) })}`}
				back={{ href: `/admin/hiring/experiments?vacancy=${vacancyId}`, label: t("title") }}
				actions={
					state === "running" && (
						<Button look="primary" onClick={() => setStopping(true)}>
							{t("stop")}
						</Button>
					)
				}
			/>
			<div className="space-y-6">
				<Ending experiment={experiment} />
				<Ratio ratio={experiment.ratio} />
				<Card>
					<CardHeader title={t("table")} />
					<Arms arms={experiment.arms} vacancyId={vacancyId} />
				</Card>
				<Card>
					<CardHeader title={t("results")} help={t("promise", { outcome: words.name(outcome) })} />
					<ExperimentResults experiment={experiment} />
				</Card>
			</div>
			{stopping && <StopDialog experiment={experiment} onClose={() => setStopping(false)} />}
		</>
	);
}

function Ending({ experiment: { stoppedAt, stopReason, rolledOut, arms } }: { experiment: Experiment }) {
	const t = useTranslations("screening.experiments");
	const format = useFormat();
	if (!stoppedAt) return null;
	const chosen = arms.find(({ arm }) => arm === rolledOut);
	return (
		<Notice tone="info">
			<p>{t("stopReason", { at: format.dateTime(stoppedAt), reason: stopReason ?? "" })}</p>
			{chosen && <p>{t("rolledOut", { name: chosen.name })}</p>}
		</Notice>
	);
}

function Ratio({ ratio: { p, sound } }: Pick<Experiment, "ratio">) {
	const t = useTranslations("screening.experiments");
	return (
		<Notice tone={sound ? "good" : "bad"} title={t(sound ? "ratio" : "ratioBad")}>
			{t(sound ? "ratioHelp" : "ratioBadHelp", { p })}
		</Notice>
	);
}

function Arms({ arms, vacancyId }: Pick<Experiment, "arms" | "vacancyId">) {
	const t = useTranslations("screening");
	const locale = useLocale();
	const format = useFormat();
	const words = useScreeningWords();
	const { data: screening } = useSuspenseQuery(useTRPC().hiring.screening.queryOptions({ vacancyId }));
	const ruleOf = (number: number) => screening.versions.find(({ version }) => version === number)?.name ?? null;
	const withSets = arms.some(({ set }) => set !== null);
	const counted = withSets
		? (["members", "others", "judged", "accepted", "trial"] as const)
		: (["members", "judged", "accepted", "trial"] as const);
	return (
		<Table caption={t("experiments.table")}>
			<TableHead>
				<Column>{t("experiments.armName")}</Column>
				<Column>{t("experiments.rule")}</Column>
				{withSets && <Column>{t("experiments.set")}</Column>}
				<Column numeric>{t("experiments.share")}</Column>
				{counted.map((name) => (
					<Column key={name} numeric>
						{t(`experiments.${name}`)}
					</Column>
				))}
			</TableHead>
			<TableBody>
				{arms.map((arm) => (
					<Row key={arm.arm}>
						<Cell header>{arm.name}</Cell>
						<Cell>{words.version({ version: arm.ruleVersion, name: ruleOf(arm.ruleVersion) })}</Cell>
						{withSets && <Cell>{arm.set?.[locale] ?? t("experiments.usualSet")}</Cell>}
						<Cell numeric>{t("percent", { percent: arm.percent })}</Cell>
						{counted.map((name) => (
							<Cell key={name} numeric>
								{format.count(arm[name])}
							</Cell>
						))}
					</Row>
				))}
			</TableBody>
		</Table>
	);
}
