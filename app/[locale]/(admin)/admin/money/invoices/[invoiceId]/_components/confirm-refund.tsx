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
import { useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { confirmRefundInput } from "@/server/contexts/billing/contracts";
import type { OfficeInvoice } from "./types";

const form = confirmRefundInput.pick({ reference: true });

type Shown = Pick<NonNullable<OfficeInvoice["credits"][number]["refund"]>, "refundId" | "amount">;

/** What came by the bank went back by the bank. */
export function ConfirmRefund({ refundId, amount, number }: Shown & { number: string }) {
	const t = useTranslations("refunds.confirm");
	const transfer = useTranslations("officeInvoices.transfer");
	const format = useFormat();
	const trpc = useTRPC();
	const queryClient = useQueryClient();
	const [open, setOpen] = useState(false);
	const fields = useZodForm(form, { defaultValues: { reference: "" } });
	const confirm = useMutation(
		trpc.billing.confirmRefund.mutationOptions({
			onSettled: () => queryClient.invalidateQueries(trpc.billing.pathFilter()),
		}),
	);
	const shown = { amount: format.money(amount), number };
	return (
		<>
			<Button size="small" look="primary" onClick={() => setOpen(true)}>
				{t("button")}
			</Button>
			<Dialog open={open} onOpenChange={setOpen} title={t("title", shown)} help={t("help", shown)}>
				<Form
					form={fields}
					onSubmit={async ({ reference }, { idempotencyKey }) => {
						await confirm.mutateAsync({ idempotencyKey, refundId, amount, reference });
						toast.done(t("done", shown));
						setOpen(false);
					}}
				>
					<FormText
						control={fields.control}
						name="reference"
						label={transfer("reference")}
						help={transfer("referenceHelp")}
					/>
					<FormActions>
						<SubmitButton>{t("confirm", shown)}</SubmitButton>
					</FormActions>
				</Form>
			</Dialog>
		</>
	);
}
