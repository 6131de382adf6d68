"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Dialog } from "@/app/_ui/dialog";
import { FormMoney, FormTextArea } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { bonusForm } from "@/server/contexts/billing/contracts";
import type { WorkerId } from "@/server/kernel/ids";

/** Any amount, always with the reason; above the limit it then waits for another manager. */
export function GiveBonus({ workerId, name, onClose }: { workerId: WorkerId; name: string; onClose: () => void }) {
	const t = useTranslations("payouts.office.worker");
	const trpc = useTRPC();
	const queries = useQueryClient();
	const grant = useMutation(trpc.billing.grantBonus.mutationOptions());
	const form = useZodForm(bonusForm, { defaultValues: { reason: "" } });
	return (
		<Dialog open onOpenChange={onClose} title={t("giveTitle", { name })} help={t("giveHelp")}>
			<Form
				form={form}
				onSubmit={async (values, { idempotencyKey }) => {
					const { outcome } = await grant.mutateAsync({ ...values, workerId, idempotencyKey });
					await queries.invalidateQueries({ queryKey: trpc.billing.pathKey() });
					if (outcome === "granted") toast.done(t("given"));
					else toast.news(t("waits"));
					onClose();
				}}
			>
				<FormMoney control={form.control} name="amount" label={t("amount")} />
				<FormTextArea control={form.control} name="reason" label={t("reason")} help={t("reasonHelp")} rows={2} />
				<FormActions>
					<SubmitButton>{t("giveButton")}</SubmitButton>
				</FormActions>
			</Form>
		</Dialog>
	);
}
