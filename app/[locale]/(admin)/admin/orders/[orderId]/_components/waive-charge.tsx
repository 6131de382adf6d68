"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { FormMoney, FormText } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { waiverForm } from "@/server/contexts/billing/contracts";
import type { OrderId } from "@/server/kernel/ids";

/** A manager waives the order's charge or a part of it; above the limit another manager is asked. */
export function WaiveCharge({ orderId, charged }: { orderId: OrderId; charged: bigint }) {
	const t = useTranslations("office.order.money.waive");
	const trpc = useTRPC();
	const queryClient = useQueryClient();
	const [open, setOpen] = useState(false);
	const form = useZodForm(waiverForm, { defaultValues: { amount: charged, reason: "" } });
	const waive = useMutation(
		trpc.billing.waiveCharge.mutationOptions({
			onSuccess: () => queryClient.invalidateQueries(trpc.billing.pathFilter()),
		}),
	);
	return (
		<>
			<Button size="small" className="mt-4" onClick={() => setOpen(true)}>
				{t("button")}
			</Button>
			<Dialog open={open} onOpenChange={setOpen} title={t("title")} help={t("help")}>
				<Form
					form={form}
					refusalFields={{ "billing.waives_too_much": "amount" }}
					onSubmit={async (values, { idempotencyKey }) => {
						const { outcome } = await waive.mutateAsync({ ...values, orderId, idempotencyKey });
						toast.done(t(outcome === "waived" ? "done" : "waiting"));
						setOpen(false);
					}}
				>
					<FormMoney control={form.control} name="amount" label={t("amount")} />
					<FormText control={form.control} name="reason" label={t("reason")} help={t("reasonHelp")} />
					<FormActions>
						<SubmitButton>{t("confirm")}</SubmitButton>
					</FormActions>
				</Form>
			</Dialog>
		</>
	);
}
