"use client";

import type { inferOutput } from "@trpc/tanstack-react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Link } from "@/app/_ui/link";
import type { useTRPC } from "@/app/_ui/query/trpc";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";

type Explanation = NonNullable<inferOutput<ReturnType<typeof useTRPC>["matching"]["officeOrder"]>>;
export type Match = Explanation["matches"][number];
export type Weighed = Pick<Match, "steps" | "chosen" | "candidates">;
type Candidate = Match["candidates"][number];

const SHOWN = 5;

/** The candidates of one match: the best first, then those who were out; a few, and all of them on demand. */
export function CandidatesTable({ weighed: { steps, chosen, candidates } }: { weighed: Weighed }) {
	const t = useTranslations("office.order.match");
	const locale = useLocale();
	const [shown, show] = useState(SHOWN);
	const isNamed = (name: string) => candidates.some(({ values }) => name in values);
	// In the order of the chain; ranks stand in front.
	const valued = steps.filter(({ name }) => name !== "rank" && isNamed(name));
	const calledOf = (name: string) => steps.find((step) => step.name === name)?.called[locale] ?? name;
	return (
		<>
			<Table caption={t("candidates")}>
				<TableHead>
					<Column numeric>{t("rank")}</Column>
					<Column>{t("candidate")}</Column>
					{valued.map(({ name, step, called }) => (
						<Column key={name} numeric>
							{name === "total" ? t("total") : called[locale]}
							{name !== "total" && name !== step && <span className="ml-1 font-mono text-xs">{name}</span>}
						</Column>
					))}
					<Column>{t("out")}</Column>
				</TableHead>
				<TableBody>
					{candidates.slice(0, shown).map((candidate) => (
						<Row
							key={candidate.workerId}
							{...(candidate.workerId === chosen?.workerId && { className: "bg-good-tint" })}
						>
							<Cell numeric>{candidate.rank ?? "–"}</Cell>
							<Cell header className="whitespace-nowrap">
								<Link look="plain" href={`/admin/workers/${candidate.workerId}`} className="hover:underline">
									{candidate.name}
								</Link>
							</Cell>
							{valued.map(({ name }) => (
								<Cell key={name} numeric>
									{candidate.values[name]?.toFixed(2) ?? "–"}
								</Cell>
							))}
							<Cell className="min-w-48 text-muted">
								<Elimination out={candidate.out} calledOf={calledOf} />
							</Cell>
						</Row>
					))}
				</TableBody>
			</Table>
			{candidates.length > shown && (
				<Button look="quiet" size="small" className="mt-1" onClick={() => show(candidates.length)}>
					{t("all", { count: candidates.length })}
				</Button>
			)}
		</>
	);
}

type EliminationProps = { out: Candidate["out"]; calledOf: (name: string) => string };

/** Who eliminated it, and why. */
function Elimination({ out, calledOf }: EliminationProps) {
	const t = useTranslations("office.order.match");
	const locale = useLocale();
	if (!out) return null;
	return out.words
		? t("outBy", { words: out.words[locale], step: calledOf(out.step) })
		: t("outUnnamed", { step: calledOf(out.step) });
}
