"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Dialog } from "@/app/_ui/dialog";
import { FormText } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { withdrawPolicyInput } from "@/server/platform/policies/contracts";
import type { Rules } from "./use-policy-words";

const reasonInput = withdrawPolicyInput.pick({ reason: true });

type Props = { set: Rules["set"]; version: number; onClose: () => void };

export function WithdrawDialog({ set, version, onClose }: Props) {
	const t = useTranslations("policies.withdraw");
	const trpc = useTRPC();
	const client = useQueryClient();
	const withdraw = useMutation(trpc.policies.withdraw.mutationOptions());
	const form = useZodForm(reasonInput, { defaultValues: { reason: "" } });
	return (
		<Dialog open onOpenChange={onClose} title={t("title", { version })} help={t("help")}>
			<Form
				form={form}
				onSubmit={async ({ reason }) => {
					await withdraw.mutateAsync({ set, version, reason });
					await client.invalidateQueries(trpc.policies.list.queryFilter());
					toast.done(t("done", { version }));
					onClose();
				}}
			>
				<FormText control={form.control} name="reason" label={t("reason")} help={t("reasonHelp")} autoComplete="off" />
				<FormActions>
					<SubmitButton>{t("button")}</SubmitButton>
				</FormActions>
			</Form>
		</Dialog>
	);
}
