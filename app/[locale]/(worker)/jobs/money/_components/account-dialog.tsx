"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Dialog } from "@/app/_ui/dialog";
import { FormText } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { payoutAccountInput } from "@/server/contexts/billing/contracts";

export default function AccountDialog({ known, onClose }: { known: string; onClose: () => void }) {
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
