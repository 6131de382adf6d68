"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { FormText } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { closeDisputeForm } from "@/server/contexts/billing/contracts";

/** A dispute that was lost has been dealt with. */
export function CloseDispute({ disputeId }: { disputeId: string }) {
	const t = useTranslations("refunds.disputes.close");
	const trpc = useTRPC();
	const queryClient = useQueryClient();
	const [open, setOpen] = useState(false);
	const fields = useZodForm(closeDisputeForm, { defaultValues: { reason: "" } });
	const close = useMutation(
		trpc.billing.closeDispute.mutationOptions({
			onSettled: () => queryClient.invalidateQueries(trpc.billing.pathFilter()),
		}),
	);
	return (
		<>
			<Button size="small" className="mt-1" onClick={() => setOpen(true)}>
				{t("button")}
			</Button>
			<Dialog open={open} onOpenChange={setOpen} title={t("title")} help={t("help")}>
				<Form
					form={fields}
					onSubmit={async ({ reason }) => {
						await close.mutateAsync({ disputeId, reason });
						toast.done(t("done"));
						setOpen(false);
					}}
				>
					<FormText control={fields.control} name="reason" label={t("reason")} help={t("reasonHelp")} />
					<FormActions>
						<SubmitButton>{t("confirm")}</SubmitButton>
					</FormActions>
				</Form>
			</Dialog>
		</>
	);
}
