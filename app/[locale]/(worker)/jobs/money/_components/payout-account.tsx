"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Card, CardHeader } from "@/app/_ui/card";
import { ErrorState } from "@/app/_ui/error-state";
import { later } from "@/app/_ui/later";
import { Notice } from "@/app/_ui/notice";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonCards } from "@/app/_ui/skeleton";

/** Fetched by those who change their account. */
const AccountDialog = later(() => import("./account-dialog"));

/** Where the worker is paid, to be mended at any time. */
export function PayoutAccount() {
	const t = useTranslations("payouts.account");
	const [editing, setEditing] = useState(false);
	const account = useQuery(useTRPC().billing.payoutAccount.queryOptions());
	if (account.isPending) return <SkeletonCards cards={1} />;
	if (account.isError) return <ErrorState error={account.error} retry={() => void account.refetch()} />;
	const known = account.data?.account ?? null;
	return (
		<Card aria-label={t("title")} className="mt-4">
			<CardHeader title={t("title")} help={t("help")} className="mb-2" />
			{known ? (
				<p className="figures wrap-anywhere font-semibold">{known}</p>
			) : (
				<Notice tone="warn">{t("none")}</Notice>
			)}
			<Button size="thumb" wide className="mt-4" onClick={() => setEditing(true)}>
				{known ? t("edit") : t("add")}
			</Button>
			{editing && <AccountDialog known={known ?? ""} onClose={() => setEditing(false)} />}
		</Card>
	);
}
