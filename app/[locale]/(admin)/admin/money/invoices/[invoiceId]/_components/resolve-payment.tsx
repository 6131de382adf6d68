"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { FormSelect, FormText } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { resolvePaymentForm } from "@/server/contexts/billing/contracts";
import type { OfficeInvoice } from "./types";

/** What became of a payment of which the service says nothing: a manager has looked there. */
export function ResolvePayment({ paymentId, amount }: Pick<OfficeInvoice["attempts"][number], "paymentId" | "amount">) {
	const t = useTranslations("officeInvoices.resolve");
	const format = useFormat();
	const trpc = useTRPC();
	const queryClient = useQueryClient();
	const [open, setOpen] = useState(false);
	const fields = useZodForm(resolvePaymentForm, { defaultValues: { reason: "" } });
	const resolve = useMutation(
		trpc.billing.resolvePayment.mutationOptions({
			onSettled: () => queryClient.invalidateQueries(trpc.billing.pathFilter()),
		}),
	);
	const shown = { amount: format.money(amount) };
	return (
		<>
			<Button size="small" className="mt-1" onClick={() => setOpen(true)}>
				{t("button")}
			</Button>
			<Dialog open={open} onOpenChange={setOpen} title={t("title", shown)} help={t("help")}>
				<Form
					form={fields}
					onSubmit={async (found, { idempotencyKey }) => {
						await resolve.mutateAsync({ idempotencyKey, paymentId, ...found });
						toast.done(t("done"));
						setOpen(false);
					}}
				>
					<FormSelect
						control={fields.control}
						name="became"
						label={t("became")}
						placeholder={t("choose")}
						choices={[
							{ value: "succeeded", label: t("succeeded", shown) },
							{ value: "refused", label: t("refused") },
						]}
					/>
					<FormText control={fields.control} name="reason" label={t("reason")} help={t("reasonHelp")} />
					<FormActions>
						<SubmitButton>{t("confirm")}</SubmitButton>
					</FormActions>
				</Form>
			</Dialog>
		</>
	);
}
