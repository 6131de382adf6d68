"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Dialog } from "@/app/_ui/dialog";
import { FormTextArea } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { overrideInput } from "@/server/contexts/execution/contracts";
import type { OrderId } from "@/server/kernel/ids";

export type Override = "allowStartWithoutKit" | "completeJob" | "failJob" | "cancel";

const reasonInput = overrideInput.pick({ reason: true });

type Props = { orderId: OrderId; override: Override; onClose: () => void };

/** A decision and its reason. */
export function OverrideDialog({ orderId, override, onClose }: Props) {
	const t = useTranslations("office.order.override");
	const trpc = useTRPC();
	const form = useZodForm(reasonInput, { defaultValues: { reason: "" } });
	const allowStartWithoutKit = useMutation(trpc.execution.allowStartWithoutKit.mutationOptions());
	const completeJob = useMutation(trpc.execution.completeJob.mutationOptions());
	const failJob = useMutation(trpc.execution.failJob.mutationOptions());
	const cancel = useMutation(trpc.ordering.cancelForOffice.mutationOptions());
	const deeds = { allowStartWithoutKit, completeJob, failJob };

	const decide = async ({ reason }: { reason: string }, { idempotencyKey }: { idempotencyKey: string }) => {
		if (override === "cancel") await cancel.mutateAsync({ orderId, reason });
		else await deeds[override].mutateAsync({ orderId, reason, idempotencyKey });
		toast.done(t("done", { what: t(`${override}.button`) }));
		onClose();
	};
	return (
		<Dialog open onOpenChange={onClose} title={t(`${override}.title`)} help={t(`${override}.help`)}>
			<Form form={form} onSubmit={decide}>
				<FormTextArea control={form.control} name="reason" label={t("reason")} help={t("reasonHelp")} rows={3} />
				<FormActions>
					<SubmitButton>{t(`${override}.button`)}</SubmitButton>
				</FormActions>
			</Form>
		</Dialog>
	);
}
