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

type Shown = Pick<NonNullable<OfficeInvoice["credits"][number]["refund"]>, "refundId" | "amount">;

/** What became of a refund of which the service says nothing, or that one by the bank can't be made. */
export function ResolveRefund({ refundId, amount, givesUp }: Shown & { givesUp: boolean }) {
	const t = useTranslations("refunds.resolve");
	const words = useTranslations("officeInvoices.resolve");
	const format = useFormat();
	const trpc = useTRPC();
	const queryClient = useQueryClient();
	const [open, setOpen] = useState(false);
	const fields = useZodForm(resolvePaymentForm, {
		defaultValues: givesUp ? { became: "refused", reason: "" } : { reason: "" },
	});
	const resolve = useMutation(
		trpc.billing.resolveRefund.mutationOptions({
			onSettled: () => queryClient.invalidateQueries(trpc.billing.pathFilter()),
		}),
	);
	const shown = { amount: format.money(amount) };
	return (
		<>
			<Button size="small" onClick={() => setOpen(true)}>
				{t(givesUp ? "giveUp" : "button")}
			</Button>
			<Dialog open={open} onOpenChange={setOpen} title={t("title", shown)} help={givesUp ? t("giveUpHelp") : t("help")}>
				<Form
					form={fields}
					onSubmit={async (found, { idempotencyKey }) => {
						await resolve.mutateAsync({ idempotencyKey, refundId, ...found });
						toast.done(words("done"));
						setOpen(false);
					}}
				>
					{!givesUp && (
						<FormSelect
							control={fields.control}
							name="became"
							label={words("became")}
							placeholder={words("choose")}
							choices={[
								{ value: "succeeded", label: t("succeeded", shown) },
								{ value: "refused", label: t("refused") },
							]}
						/>
					)}
					<FormText control={fields.control} name="reason" label={words("reason")} help={words("reasonHelp")} />
					<FormActions>
						<SubmitButton>{words("confirm")}</SubmitButton>
					</FormActions>
				</Form>
			</Dialog>
		</>
	);
}
