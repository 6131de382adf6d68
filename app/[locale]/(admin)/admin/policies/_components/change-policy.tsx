"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ErrorState } from "@/app/_ui/error-state";
import { PageHeader } from "@/app/_ui/page-header";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { OutdatedNotice } from "../../_components/outdated-notice";
import { useShown } from "../../_components/use-shown";
import { PolicyForm } from "./policy-form";
import type { Rules } from "./use-policy-words";

/** The next version of a set, built on the newest that stands. */
export function ChangePolicy({ set }: { set: Rules["set"] }) {
	const query = useQuery(useTRPC().policies.list.queryOptions());
	if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
	const newest = query.data?.find((rules) => rules.set === set)?.versions.find(({ state }) => state !== "withdrawn");
	if (!newest) return <SkeletonRows />;
	return <Change set={set} newest={newest} />;
}

function Change({ set, newest }: { set: Rules["set"]; newest: Rules["versions"][number] }) {
	const t = useTranslations("policies");
	const { shown, show, isOutdated } = useShown(newest);
	return (
		<>
			<PageHeader
				title={t("form.title", { set: t(`sets.${set}.title`) })}
				help={t("form.basedOn", { version: shown.version })}
				back={{ href: "/admin/policies", label: t("title") }}
			/>
			<PolicyForm
				key={shown.version}
				set={set}
				basedOn={shown}
				notice={isOutdated && <OutdatedNotice onReload={() => show(newest)} />}
			/>
		</>
	);
}
