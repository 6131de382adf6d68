"use client";

import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card, CardHeader } from "@/app/_ui/card";
import { Field } from "@/app/_ui/field";
import { Select } from "@/app/_ui/select";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import { type Screening, useRuleFacts } from "./use-rule-facts";

type Difference = { key: string; term: string; before: string | null; after: string | null };

/** Two versions side by side, where they differ. */
export function CompareVersions({ screening: { versions, inForce } }: { screening: Screening }) {
	const t = useTranslations("screening.rules");
	const { differences, words } = useRuleFacts();
	const newest = versions[0]?.version ?? 0;
	const [pair, setPair] = useState({ one: inForce, other: newest === inForce ? (versions[1]?.version ?? 0) : newest });
	if (versions.length < 2) return null;
	const choices = versions.map((version) => ({ value: String(version.version), label: words.version(version) }));
	const [one, other] = [pair.one, pair.other].map((number) => versions.find(({ version }) => version === number));
	const different = one && other ? differences(one.rule, other.rule) : [];
	return (
		<Card>
			<CardHeader title={t("compare")} />
			<div className="mb-4 grid gap-4 sm:grid-cols-2">
				{(["one", "other"] as const).map((side) => (
					<Field key={side} label={t(side)}>
						{(control) => (
							<Select
								{...control}
								value={String(pair[side])}
								choices={choices}
								onChange={({ target }) => setPair({ ...pair, [side]: Number(target.value) })}
							/>
						)}
					</Field>
				))}
			</div>
			{different.length === 0 ? (
				<p className="text-muted">{t("same")}</p>
			) : (
				<Table caption={t("compare")}>
					<TableHead>
						<Column>{t("fact")}</Column>
						<Column numeric>{t("one")}</Column>
						<Column numeric>{t("other")}</Column>
					</TableHead>
					<TableBody>
						{different.map(({ key, term, before, after }) => (
							<Row key={key}>
								<Cell header>{term}</Cell>
								<Cell numeric>{before ?? t("nothing")}</Cell>
								<Cell numeric>{after ?? t("nothing")}</Cell>
							</Row>
						))}
					</TableBody>
				</Table>
			)}
		</Card>
	);
}

/** What a version changed, a line each. */
export function DifferenceList({ differences, none }: { differences: Difference[]; none: string }) {
	const t = useTranslations("screening.rules");
	if (differences.length === 0) return <p className="text-muted text-sm">{none}</p>;
	return (
		<ul className="mt-1 space-y-1 text-sm">
			{differences.map(({ key, term, before, after }) => (
				<li key={key} className="flex flex-wrap items-center gap-x-1.5">
					<span className="text-muted">{term}:</span> {before ?? t("nothing")}
					<ArrowRight aria-label="→" className="size-3.5 text-muted" />
					<strong className="font-medium">{after ?? t("nothing")}</strong>
				</li>
			))}
		</ul>
	);
}
