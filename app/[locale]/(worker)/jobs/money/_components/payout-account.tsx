"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Card, CardHeader } from "@/app/_ui/card";
import { Dialog } from "@/app/_ui/dialog";
import { ErrorState } from "@/app/_ui/error-state";
import { FormText } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { Notice } from "@/app/_ui/notice";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonCards } from "@/app/_ui/skeleton";
import { toast } from "@/app/_ui/toasts";
import { payoutAccountInput } from "@/server/contexts/billing/contracts";

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

function AccountDialog({ known, onClose }: { known: string; onClose: () => void }) {
	const t = useTranslations("payouts.account");
	const trpc = useTRPC();
	const queries = useQueryClient();
	const save = useMutation(trpc.billing.setPayoutAccount.mutationOptions());
	const form = useZodForm(payoutAccountInput, { defaultValues: { account: known } });
	const submit = async (values: { account: string }) => {
		await save.mutateAsync(values);
		await queries.invalidateQueries({ queryKey: trpc.billing.pathKey() });
		toast.done(t("saved"));
		onClose();
	};
	return (
		<Dialog open onOpenChange={onClose} title={t("dialog")}>
			<Form form={form} onSubmit={submit}>
				<FormText
					control={form.control}
					name="account"
					label={t("label")}
					help={t("labelHelp")}
					autoComplete="off"
					autoCapitalize="characters"
				/>
				<FormActions>
					<SubmitButton>{t("save")}</SubmitButton>
				</FormActions>
			</Form>
		</Dialog>
	);
}
