"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Dialog } from "@/app/_ui/dialog";
import { FormNumber, FormText } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { sharePipelineInput } from "@/server/contexts/matching/contracts";

const shareForm = sharePipelineInput.pick({ percent: true, reason: true });

type Props = { version: number; percent: number; onClose: () => void };

/** A version that runs beside decides a share of orders by itself, for as long as the experiment lasts. */
export function ShareDialog({ version, percent, onClose }: Props) {
	const t = useTranslations("matching.share");
	const queries = useQueryClient();
	const trpc = useTRPC();
	const share = useMutation(trpc.matching.sharePipeline.mutationOptions());
	const form = useZodForm(shareForm, { defaultValues: { percent: percent || 10, reason: "" } });
	return (
		<Dialog open onOpenChange={onClose} title={t("title", { version })} help={t("help")}>
			<Form
				form={form}
				onSubmit={async (values) => {
					await share.mutateAsync({ version, ...values });
					toast.done(t(values.percent === 0 ? "ended" : "done", { version, percent: values.percent }));
					onClose();
					await queries.invalidateQueries(trpc.matching.pathFilter());
				}}
			>
				<FormNumber control={form.control} name="percent" label={t("percent")} help={t("percentHelp")} />
				<FormText control={form.control} name="reason" label={t("reason")} help={t("reasonHelp")} />
				<FormActions>
					<SubmitButton>{t("submit")}</SubmitButton>
				</FormActions>
			</Form>
		</Dialog>
	);
}
