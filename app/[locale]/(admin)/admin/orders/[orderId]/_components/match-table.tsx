"use client";

import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import type { useTRPC } from "@/app/_ui/query/trpc";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";

type Explanation = NonNullable<inferOutput<ReturnType<typeof useTRPC>["matching"]["officeOrder"]>>;
export type Match = Explanation["matches"][number];
type Candidate = Match["candidates"][number];

const SHOWN = 5;

/** The candidates of one match: the best first, then those who were out; a few, and all of them on demand. */
export function MatchTable({ match }: { match: Match }) {
	const t = useTranslations("office.order.match");
	const [shown, show] = useState(SHOWN);
	const { candidates } = match;
	// In the order of the chain; what the scores add up to comes last.
	const valued = [...match.steps.map(({ step }) => step), "total"].filter((name) =>
		candidates.some(({ values }) => name in values),
	);
	return (
		<>
			<Table caption={t("candidates")}>
				<TableHead>
					<Column numeric>{t("rank")}</Column>
					<Column>{t("candidate")}</Column>
					{valued.map((name) => (
						<Column key={name} numeric>
							<StepName id={name} />
						</Column>
					))}
					<Column>{t("out")}</Column>
				</TableHead>
				<TableBody>
					{candidates.slice(0, shown).map((candidate) => (
						<Row
							key={candidate.workerId}
							{...(candidate.workerId === match.chosen?.workerId && { className: "bg-good-tint" })}
						>
							<Cell numeric>{candidate.rank ?? "–"}</Cell>
							<Cell header className="whitespace-nowrap">
								<Link look="plain" href={`/admin/workers/${candidate.workerId}`} className="hover:underline">
									{candidate.name}
								</Link>
							</Cell>
							{valued.map((name) => (
								<Cell key={name} numeric>
									{candidate.values[name]?.toFixed(2) ?? "–"}
								</Cell>
							))}
							<Cell className="text-muted">
								<Elimination out={candidate.out} />
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

function StepName({ id }: { id: string }) {
	const t = useTranslations("office.order.match.steps");
	const key = id as Parameters<typeof t>[0];
	return t.has(key) ? t(key) : id;
}

function Elimination({ out }: { out: Candidate["out"] }) {
	const t = useTranslations("office.order.match.why");
	const format = useFormat();
	if (!out) return null;
	const { until } = out.facts ?? {};
	if (out.why === "booked" && until) return t("booked", { until: format.dateTime(new Date(until)) });
	const key = out.why as Parameters<typeof t>[0];
	return t.has(key) ? t(key, { until: "", step: out.step }) : t("other", { step: out.step });
}
