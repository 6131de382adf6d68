"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Dialog } from "@/app/_ui/dialog";
import { FormTextArea } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { retryPayoutInput } from "@/server/contexts/billing/contracts";
import type { PayoutId } from "@/server/kernel/ids";

const reasonForm = retryPayoutInput.pick({ reason: true });

/** Sends a payout that came back, or has waited, to the account of today, with a reason. */
export function SendAgain({ payoutId, amount, onClose }: { payoutId: PayoutId; amount: bigint; onClose: () => void }) {
	const t = useTranslations("payouts.office.view");
	const format = useFormat();
	const trpc = useTRPC();
	const queries = useQueryClient();
	const retry = useMutation(trpc.billing.retryPayout.mutationOptions());
	const form = useZodForm(reasonForm, { defaultValues: { reason: "" } });
	const send = async ({ reason }: { reason: string }, { idempotencyKey }: { idempotencyKey: string }) => {
		await retry.mutateAsync({ payoutId, reason, idempotencyKey });
		await queries.invalidateQueries({ queryKey: trpc.billing.pathKey() });
		toast.done(t("sent"));
		onClose();
	};
	const money = format.money(amount);
	return (
		<Dialog open onOpenChange={onClose} title={t("sendTitle")} help={t("sendHelp", { amount: money })}>
			<Form form={form} onSubmit={send}>
				<FormTextArea control={form.control} name="reason" label={t("reason")} rows={2} />
				<FormActions>
					<SubmitButton>{t("sendButton", { amount: money })}</SubmitButton>
				</FormActions>
			</Form>
		</Dialog>
	);
}
