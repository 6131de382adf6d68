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
import { confirmTransferInput } from "@/server/contexts/billing/contracts";
import type { OfficeInvoice } from "./types";

const form = confirmTransferInput.pick({ reference: true });

/** The bank's statement shows the client's transfer: the invoice is paid. */
export function ConfirmTransfer({ invoice }: { invoice: OfficeInvoice }) {
	const t = useTranslations("officeInvoices.transfer");
	const format = useFormat();
	const trpc = useTRPC();
	const queryClient = useQueryClient();
	const [open, setOpen] = useState(false);
	const fields = useZodForm(form, { defaultValues: { reference: "" } });
	const confirm = useMutation(
		trpc.billing.confirmTransfer.mutationOptions({
			onSettled: () => queryClient.invalidateQueries(trpc.billing.pathFilter()),
		}),
	);
	const { invoiceId, due: amount, number } = invoice;
	const shown = { amount: format.money(amount), number };
	return (
		<>
			<Button look="primary" onClick={() => setOpen(true)}>
				{t("button")}
			</Button>
			<Dialog open={open} onOpenChange={setOpen} title={t("title", shown)} help={t("help", shown)}>
				<Form
					form={fields}
					onSubmit={async ({ reference }, { idempotencyKey }) => {
						await confirm.mutateAsync({ idempotencyKey, invoiceId, amount, reference });
						toast.done(t("done", shown));
						setOpen(false);
					}}
				>
					<FormText control={fields.control} name="reference" label={t("reference")} help={t("referenceHelp")} />
					<FormActions>
						<SubmitButton>{t("confirm", shown)}</SubmitButton>
					</FormActions>
				</Form>
			</Dialog>
		</>
	);
}
