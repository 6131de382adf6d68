"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Dialog } from "@/app/_ui/dialog";
import { FormSelect, FormTextArea } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { correctEndingInput } from "@/server/contexts/execution/contracts";
import type { OrderId } from "@/server/kernel/ids";

const correction = correctEndingInput.pick({ outcome: true, reason: true });
type Outcome = (typeof correction)["_zod"]["output"]["outcome"];

type Props = { orderId: OrderId; ending: number; corrections: readonly Outcome[]; onClose: () => void };

/** Another ending for an order that has ended, with its reason. */
export function CorrectDialog({ orderId, ending, corrections, onClose }: Props) {
	const t = useTranslations("office.order.override");
	const trpc = useTRPC();
	const form = useZodForm(correction, { defaultValues: { outcome: corrections[0], reason: "" } });
	const correct = useMutation(trpc.execution.correctEnding.mutationOptions());
	return (
		<Dialog open onOpenChange={onClose} title={t("correct.title")} help={t("correct.help")}>
			<Form
				form={form}
				onSubmit={async (values, { idempotencyKey }) => {
					await correct.mutateAsync({ orderId, ending, ...values, idempotencyKey });
					toast.done(t("done", { what: t("correct.button") }));
					onClose();
				}}
			>
				<FormSelect
					control={form.control}
					name="outcome"
					label={t("correct.outcome")}
					choices={corrections.map((value) => ({ value, label: t(`correct.outcomes.${value}`) }))}
				/>
				<FormTextArea control={form.control} name="reason" label={t("reason")} help={t("reasonHelp")} rows={3} />
				<FormActions>
					<SubmitButton>{t("correct.button")}</SubmitButton>
				</FormActions>
			</Form>
		</Dialog>
	);
}
