"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { Card, CardHeader } from "@/app/_ui/card";
import { DescriptionList } from "@/app/_ui/description-list";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonCards } from "@/app/_ui/skeleton";
import { policyFields, valueAt } from "@/server/platform/policies/contracts";
import { PolicyHistory } from "./policy-history";
import { type Rules, usePolicyWords } from "./use-policy-words";

/** All rules as they are versioned: what holds, what is planned, and who changed what. */
export function PoliciesView({ admin }: { admin: boolean }) {
	const query = useQuery(useTRPC().policies.list.queryOptions());
	if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
	if (!query.data) return <SkeletonCards />;
	return (
		<div className="space-y-6">
			{query.data.map((rules) => (
				<RulesCard key={rules.set} rules={rules} admin={admin} />
			))}
		</div>
	);
}

function RulesCard({ rules, admin }: { rules: Rules; admin: boolean }) {
	const t = useTranslations("policies");
	const format = useFormat();
	const words = usePolicyWords();
	const { set, inForce, versions } = rules;
	const current = versions.find(({ version }) => version === inForce);
	if (!current) return null;
	return (
		<Card>
			<CardHeader
				title={t(`sets.${set}.title`)}
				help={t(`sets.${set}.help`)}
				actions={
					admin && (
						<Button asChild>
							<Link href={`/admin/policies/${set}`} look="plain">
								{t("change")}
							</Link>
						</Button>
					)
				}
			/>
			<div className="grid items-start gap-8 xl:grid-cols-2">
				<div>
					<h3 className="mb-2 font-semibold">
						{t("version", { version: inForce })}{" "}
						{current.effectiveFrom.getTime() > 0 && (
							<span className="font-normal text-muted">
								{t("inForceSince", { at: format.dateTime(current.effectiveFrom) })}
							</span>
						)}
					</h3>
					<DescriptionList
						bill
						items={policyFields(set).map((field) => ({
							term: words.field(set, field.path),
							description: (
								<span className="whitespace-pre-line">{words.value(field, valueAt(current.values, field.path))}</span>
							),
						}))}
					/>
				</div>
				<div>
					<h3 className="mb-4 font-semibold">{t("history")}</h3>
					<PolicyHistory rules={rules} admin={admin} />
				</div>
			</div>
		</Card>
	);
}
