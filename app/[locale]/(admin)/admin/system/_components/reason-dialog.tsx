"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/app/_ui/dialog";
import { FormTextArea } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { toast } from "@/app/_ui/toasts";
import { retryInput } from "@/server/engine/contracts";

const reasonInput = retryInput.pick({ reason: true });

type Props = {
	/** What is to be done: its words are `system.deeds.<deed>`. */
	deed: "retry" | "replay" | "resend";
	onConfirm: (given: { reason: string; idempotencyKey: string }) => Promise<unknown>;
	onClose: () => void;
};

/** A deed that goes on record, and the reason for it. */
export function ReasonDialog({ deed, onConfirm, onClose }: Props) {
	const t = useTranslations("system.deeds");
	const form = useZodForm(reasonInput, { defaultValues: { reason: "" } });
	const confirm = async ({ reason }: { reason: string }, { idempotencyKey }: { idempotencyKey: string }) => {
		await onConfirm({ reason, idempotencyKey });
		toast.done(t(`${deed}.done`));
		onClose();
	};
	return (
		<Dialog open onOpenChange={onClose} title={t(`${deed}.title`)} help={t(`${deed}.help`)}>
			<Form form={form} onSubmit={confirm}>
				<FormTextArea control={form.control} name="reason" label={t("reason")} help={t("reasonHelp")} rows={3} />
				<FormActions>
					<SubmitButton>{t(`${deed}.button`)}</SubmitButton>
				</FormActions>
			</Form>
		</Dialog>
	);
}
