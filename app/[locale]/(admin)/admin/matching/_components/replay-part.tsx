"use client";

import { useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Card, CardHeader } from "@/app/_ui/card";
import { ErrorState } from "@/app/_ui/error-state";
import { Field } from "@/app/_ui/field";
import { useBusinessNow, useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { Select } from "@/app/_ui/select";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { after, days } from "@/server/kernel/clock";
import { DifferencesTable } from "./differences-table";
import { Figures } from "./figures";

const spans = [7, 30, 90] as const;

/** Whom a version would have chosen for past orders, from what was known then. */
export function ReplayPart({ version }: { version: number }) {
	const t = useTranslations("matching.replay");
	const now = useBusinessNow();
	const [length, setLength] = useState<(typeof spans)[number]>(30);
	const [asked, ask] = useState<{ from: Date; to: Date } | null>(null);
	return (
		<Card>
			<CardHeader title={t("title")} help={t("help")} />
			<div className="mb-6 flex flex-wrap items-end gap-3">
				<Field label={t("time")} className="w-56">
					{(control) => (
						<Select
							{...control}
							value={String(length)}
							choices={spans.map((span) => ({ value: String(span), label: t("span", { days: span }) }))}
							onChange={({ target }) => setLength(spans.find((span) => String(span) === target.value) ?? 30)}
						/>
					)}
				</Field>
				<Button onClick={() => ask({ from: after(now, -days(length)), to: now })}>
					<History aria-hidden />
					{t("begin")}
				</Button>
			</div>
			{asked && <Replayed version={version} {...asked} />}
		</Card>
	);
}

function Replayed({ version, from, to }: { version: number; from: Date; to: Date }) {
	const t = useTranslations("matching.replay");
	const format = useFormat();
	const asked = useQuery({
		...useTRPC().matching.replay.queryOptions({ version, from, to }),
		// The past does not change while one looks at it.
		staleTime: Number.POSITIVE_INFINITY,
		meta: { unhurried: true },
	});
	if (asked.isError) return <ErrorState error={asked.error} retry={() => void asked.refetch()} />;
	if (!asked.data) return <SkeletonRows rows={5} columns={4} />;
	const { orders, agreement, nobody, decided, chosen, differences } = asked.data;
	if (orders === 0) return <p className="text-muted">{t("none")}</p>;
	const percent = (share: number) => format.percent(Math.round(share * 1000) / 10);
	return (
		<section aria-label={t("result")} aria-live="polite">
			<Figures
				figures={[
					{ name: t("orders"), value: format.count(orders) },
					{ name: t("agreement"), value: percent(agreement) },
					{ name: t("nobody"), value: format.count(nobody) },
					{ name: t("gini"), value: chosen.gini.toFixed(2), beside: t("instead", { value: decided.gini.toFixed(2) }) },
					{
						name: t("completion"),
						value: percent(chosen.expectedCompletion),
						beside: t("instead", { value: percent(decided.expectedCompletion) }),
					},
				]}
			/>
			<p className="mb-4 max-w-prose text-muted text-sm">{t("note")}</p>
			<DifferencesTable caption={t("differences")} rows={differences} />
		</section>
	);
}
