"use client";

import { useTranslations } from "next-intl";
import { StatusPill, type Tone } from "@/app/_ui/badge";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import { type Outcome, useOutcomeWords } from "../../_components/use-outcome-words";
import type { Experiment } from "./experiment";

type Result = Experiment["arms"][number]["results"][number];
type Word = "better" | "worse" | "higher" | "lower" | "unclear" | "too-few";

const tones: Record<Word, Tone> = {
	...{ better: "good", worse: "bad", higher: "info", lower: "info", unclear: "neutral", "too-few": "neutral" },
};

/** How the arms do: a table for each outcome, the one that decides first. */
export function ExperimentResults({ experiment: { arms, outcome } }: { experiment: Experiment }) {
	const t = useTranslations("screening.experiments");
	const words = useOutcomeWords();
	const names = arms[0]?.results.map((result) => result.outcome) ?? [];
	const ordered = [outcome, ...names.filter((name) => name !== outcome)];
	const resultOf = (arm: Experiment["arms"][number], name: Outcome) =>
		arm.results.find((result) => result.outcome === name);
	return (
		<div className="space-y-8">
			{ordered.map((name) => (
				<Table key={name} caption={words.name(name)} showCaption>
					<TableHead>
						<Column>{t("armName")}</Column>
						<Column numeric>{words.name(name)}</Column>
						<Column numeric>{t("against", { name: arms[0]?.name ?? "" })}</Column>
						<Column>{t("results")}</Column>
					</TableHead>
					<TableBody>
						{arms.map((arm) => {
							const result = resultOf(arm, name);
							return (
								<Row key={arm.arm}>
									<Cell header>{arm.name}</Cell>
									{result && <ResultCells result={result} decides={name === outcome} />}
								</Row>
							);
						})}
					</TableBody>
				</Table>
			))}
		</div>
	);
}

function ResultCells({
	result: { outcome, value, units, interval, against, good },
	decides,
}: {
	result: Result;
	decides: boolean;
}) {
	const t = useTranslations("screening");
	const words = useOutcomeWords();
	return (
		<>
			<Cell numeric>
				{words.value(outcome, value)}
				{value !== null && (
					<span className="block text-muted text-xs">
						{words.interval(outcome, interval)}, {t("values.units", { units })}
					</span>
				)}
			</Cell>
			<Cell numeric>
				{against && words.value(outcome, against.difference)}
				{against && <span className="block text-muted text-xs">{words.interval(outcome, against.interval)}</span>}
			</Cell>
			<Cell>{against && <Verdict word={wordOf(against.verdict, decides ? good : "neither")} />}</Cell>
		</>
	);
}

function wordOf(verdict: NonNullable<Result["against"]>["verdict"], good: Result["good"]): Word {
	if (good === "neither" || verdict === "unclear" || verdict === "too-few") return verdict;
	return (verdict === "higher") === (good === "more") ? "better" : "worse";
}

function Verdict({ word }: { word: Word }) {
	const t = useTranslations("screening.experiments.verdicts");
	return <StatusPill tone={tones[word]}>{t(word)}</StatusPill>;
}
