"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card, CardHeader } from "@/app/_ui/card";
import { ErrorState } from "@/app/_ui/error-state";
import { Field } from "@/app/_ui/field";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { TextInput } from "@/app/_ui/text-input";
import type { ScreeningRule } from "@/server/contexts/hiring/contracts/screening";
import type { VacancyId } from "@/server/kernel/ids";
import { Differing } from "./differing";
import { Moves, Taken } from "./replay-tables";

type Props = { vacancyId: VacancyId; rule: ScreeningRule | null };

/** What if this rule had been in force? */
export function ReplayPanel({ vacancyId, rule }: Props) {
	const t = useTranslations("screening.replay");
	return (
		<Card>
			<CardHeader title={t("title")} help={t("help")} />
			{rule ? <Replay vacancyId={vacancyId} rule={rule} /> : <p className="text-muted">{t("none")}</p>}
		</Card>
	);
}

/** A day of the calendar as the moment at which it begins, or ends, in the browser's reckoning. */
const beginning = (day: string) => (day ? new Date(`${day}T00:00:00`) : null);
const end = (day: string) => (day ? new Date(`${day}T23:59:59.999`) : null);

function Replay({ vacancyId, rule }: { vacancyId: VacancyId; rule: ScreeningRule }) {
	const t = useTranslations("screening.replay");
	const [days, setDays] = useState({ from: "", asOf: "" });
	const asked = { vacancyId, rule, from: beginning(days.from), asOf: end(days.asOf) };
	const query = useQuery({
		...useTRPC().hiring.replayRule.queryOptions(asked),
		placeholderData: keepPreviousData,
		meta: { unhurried: true },
	});
	const { data } = query;
	return (
		<div className="space-y-8">
			<div className="grid gap-4 sm:grid-cols-2">
				{(["from", "asOf"] as const).map((name) => (
					<Field key={name} label={t(name)} optional>
						{(control) => (
							<TextInput
								{...control}
								type="date"
								value={days[name]}
								onChange={({ target }) => setDays({ ...days, [name]: target.value })}
							/>
						)}
					</Field>
				))}
			</div>
			{query.isPending && <SkeletonRows />}
			{query.isError && (
				<ErrorState error={query.error} retry={() => void query.refetch()} pending={query.isRefetching} />
			)}
			{data?.candidates === 0 && <p className="text-muted">{t("empty")}</p>}
			{data && data.candidates > 0 && (
				<>
					<p aria-live="polite" className="font-semibold text-lg">
						{t("sum", { changed: data.changed, candidates: data.candidates })}
					</p>
					<Moves moves={data.moves} />
					<Taken taken={data.taken} />
					<Differing differing={data.differing} count={data.changed} />
				</>
			)}
		</div>
	);
}
