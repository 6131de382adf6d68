"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRouter } from "@/app/_i18n/navigation";
import { Button } from "@/app/_ui/button";
import { FormTextArea } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useBusinessNow, useFormat } from "@/app/_ui/format/format-provider";
import { Notice } from "@/app/_ui/notice";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { giveUpJobInput } from "@/server/contexts/execution/contracts";
import type { Job } from "../../_components/jobs";

const reasonOnly = giveUpJobInput.pick({ reason: true });

/** Why, and what it means now. */
export default function GiveUpForm({ job, onDone }: { job: Job; onDone: () => void }) {
	const t = useTranslations("jobs.giveUp");
	const format = useFormat();
	const now = useBusinessNow(5_000);
	const router = useRouter();
	const queryClient = useQueryClient();
	const trpc = useTRPC();
	const refresh = () => queryClient.invalidateQueries(trpc.execution.pathFilter());
	const giveUp = useMutation(trpc.execution.giveUp.mutationOptions({ onError: () => void refresh() }));
	const form = useZodForm(reasonOnly, { defaultValues: { reason: "" } });
	const consequence = job.state === "scheduled" && now <= job.giveUpFreeUntil ? "released" : "failed";
	const penalty = format.money(job.penalty);
	return (
		<Form
			form={form}
			label={t("title")}
			onSubmit={async ({ reason }, { idempotencyKey }) => {
				await giveUp.mutateAsync({ orderId: job.orderId, reason, consequence, idempotencyKey });
				onDone();
				toast.done(t(`done.${consequence}`));
				if (consequence === "released") router.replace("/jobs");
				await refresh();
			}}
		>
			{consequence === "released" ? (
				<Notice tone="info" title={t("free")} live>
					{t("freeHelp", { until: format.dateTime(job.giveUpFreeUntil), penalty })}
				</Notice>
			) : (
				<Notice tone="bad" title={t("costs", { penalty: format.money(-job.penalty) })} live>
					{t("costsHelp")}
				</Notice>
			)}
			<FormTextArea control={form.control} name="reason" label={t("reason")} help={t("reasonHelp")} limit={1000} />
			<FormActions>
				<SubmitButton look={consequence === "failed" ? "danger" : "primary"} size="thumb">
					{t(`confirm.${consequence}`, { penalty })}
				</SubmitButton>
				<Button size="thumb" onClick={onDone}>
					{t("keep")}
				</Button>
			</FormActions>
		</Form>
	);
}
