"use client";

import { useQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusPill } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { Card, CardHeader } from "@/app/_ui/card";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Notice } from "@/app/_ui/notice";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SealsTable } from "./seals-table";

type Named = Parameters<ReturnType<typeof useTranslations<"ledger.invariants">>>[0];
type Check = inferOutput<ReturnType<typeof useTRPC>["billing"]["checkBooks"]>;

/** Every invariant, green or red, when somebody asks; and the seals with what the check found of them. */
export function BooksCheck() {
	const t = useTranslations("ledger.checks");
	const format = useFormat();
	// It reads all books, so only on demand.
	const check = useQuery({ ...useTRPC().billing.checkBooks.queryOptions(), enabled: false, retry: false });
	const broken = check.data?.findings.filter(({ breaches }) => breaches > 0).length ?? 0;
	return (
		<div className="space-y-6">
			<Card>
				<CardHeader
					title={t("invariants")}
					help={t("invariantsHelp")}
					actions={
						<Button look="primary" pending={check.isFetching} onClick={() => void check.refetch()}>
							<ShieldCheck aria-hidden />
							{t("run")}
						</Button>
					}
				/>
				{check.isError && (
					<ErrorState error={check.error} retry={() => void check.refetch()} pending={check.isFetching} />
				)}
				{check.data && (
					<>
						<Notice
							live
							tone={broken === 0 ? "good" : "bad"}
							title={broken === 0 ? t("hold") : t("broken", { count: broken })}
							className="mb-4"
						>
							{t("checked", {
								at: format.dateTime(check.data.checkedAt),
								seconds: check.data.seconds.toFixed(1),
							})}
						</Notice>
						<Findings findings={check.data.findings} />
					</>
				)}
			</Card>
			<Card>
				<CardHeader title={t("seals")} help={t("sealsHelp")} />
				<SealsTable unsoundDays={check.data?.unsoundDays} />
			</Card>
		</div>
	);
}

function Findings({ findings }: { findings: Check["findings"] }) {
	const t = useTranslations("ledger.checks");
	const words = useTranslations("ledger.invariants");
	const inWords = (name: string) => (words.has(name as Named) ? words(name as Named) : null);
	return (
		<ul className="divide-y divide-line">
			{findings.map(({ name, holds, breaches, examples }) => (
				<li key={name} className="py-3">
					<p className="flex flex-wrap items-start gap-x-3 gap-y-1">
						<StatusPill tone={breaches === 0 ? "good" : "bad"}>
							{breaches === 0 ? t("holds") : t("breaches", { count: breaches })}
						</StatusPill>
						<span className="min-w-0 flex-1">{inWords(name) ?? <span lang="en">{holds}</span>}</span>
					</p>
					{examples.length > 0 && (
						<ul className="mt-2 space-y-1 pl-4 text-sm">
							{examples.map((example) => (
								<li key={example} className="wrap-anywhere figures">
									{example}
								</li>
							))}
							{breaches > examples.length && (
								<li className="text-muted">{t("more", { count: breaches - examples.length })}</li>
							)}
						</ul>
					)}
				</li>
			))}
		</ul>
	);
}
