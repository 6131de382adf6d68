"use client";

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { ArrowUpDown, Equal, Minus, PencilLine, Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Badge, type Tone } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import { cn } from "@/app/_ui/cn";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorState } from "@/app/_ui/error-state";
import { Field } from "@/app/_ui/field";
import { useTRPC } from "@/app/_ui/query/trpc";
import { Select } from "@/app/_ui/select";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { useAddressFilter } from "../../_components/use-address-filter";
import { DifferenceDetails } from "./difference-details";

const looks = {
	same: { tone: "neutral", icon: Equal, line: "" },
	added: { tone: "good", icon: Plus, line: "border-good bg-good-tint" },
	removed: { tone: "bad", icon: Minus, line: "border-bad bg-bad-tint" },
	changed: { tone: "warn", icon: PencilLine, line: "border-warn" },
} as const satisfies Record<string, { tone: Tone; icon: typeof Plus; line: string }>;

/** Two versions as one list: what came, what went, what is another, and what stands elsewhere. Both stand in the address. */
export function CompareView() {
	const t = useTranslations("matching.compare");
	const trpc = useTRPC();
	const { data } = useSuspenseQuery(trpc.matching.pipelines.queryOptions());
	const { params, put } = useAddressFilter();
	const versions = data.pipelines.map(({ version }) => version);
	const chosen = (name: string, otherwise: number | undefined) =>
		versions.find((version) => String(version) === params.get(name)) ?? otherwise;
	const from = chosen("from", data.active ?? versions.at(-1));
	const to = chosen(
		"to",
		versions.find((version) => version !== from),
	);
	const choices = data.pipelines.map(({ version, note, status }) => ({
		value: String(version),
		label: [t("version", { version }), t(`states.${status}`), note].filter(Boolean).join(" · "),
	}));
	if (from === undefined || to === undefined) return <EmptyState title={t("one")}>{t("oneHelp")}</EmptyState>;
	return (
		<Card className="max-w-4xl">
			<div className="mb-6 grid gap-3 sm:grid-cols-2">
				{(["from", "to"] as const).map((name) => (
					<Field key={name} label={t(name)}>
						{(control) => (
							<Select
								{...control}
								value={String(name === "from" ? from : to)}
								choices={choices}
								onChange={({ target }) => put(name, target.value)}
							/>
						)}
					</Field>
				))}
			</div>
			<Differences from={from} to={to} />
		</Card>
	);
}

function Differences({ from, to }: { from: number; to: number }) {
	const t = useTranslations("matching.compare");
	const locale = useLocale();
	const trpc = useTRPC();
	const { data: known } = useSuspenseQuery(trpc.matching.steps.queryOptions());
	const asked = useQuery(trpc.matching.comparePipelines.queryOptions({ from, to }));
	if (asked.isError) return <ErrorState error={asked.error} retry={() => void asked.refetch()} />;
	if (!asked.data) return <SkeletonRows rows={6} columns={2} />;
	const differences = asked.data.filter(({ change, moved }) => change !== "same" || moved).length;
	return (
		<>
			<p aria-live="polite" className="mb-3 text-muted">
				{t("count", { count: differences })}
			</p>
			<ol className="space-y-1.5">
				{asked.data.map(({ step, name, change, moved, from: was, to: is, details }) => {
					const { tone, icon, line } = looks[change];
					const called = known.find((info) => info.step === step)?.name[locale] ?? step;
					return (
						<li key={`${change} ${name}`} className={cn("rounded-md border border-line px-3 py-2", line)}>
							<div className="flex flex-wrap items-center gap-2">
								<span className="figures w-16 shrink-0 whitespace-nowrap text-muted text-sm">
									{was === null ? "–" : was + 1} → {is === null ? "–" : is + 1}
								</span>
								<span className={cn("min-w-0 font-medium", change === "removed" && "line-through")}>{called}</span>
								{name !== step && <span className="font-mono text-muted text-xs">{name}</span>}
								{change !== "same" && (
									<Badge tone={tone} icon={icon}>
										{t(`changes.${change}`)}
									</Badge>
								)}
								{moved && (
									<Badge tone="info" icon={ArrowUpDown}>
										{t("moved")}
									</Badge>
								)}
							</div>
							<DifferenceDetails details={details} info={known.find((info) => info.step === step)} />
						</li>
					);
				})}
			</ol>
		</>
	);
}
