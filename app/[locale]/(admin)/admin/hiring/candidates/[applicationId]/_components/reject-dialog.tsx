"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Dialog } from "@/app/_ui/dialog";
import { FormSelect, FormTextArea } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { rejectCandidateInput, rejectionReasons } from "@/server/contexts/hiring/contracts/applications";
import type { Candidate } from "../../_components/candidate";

const rejectForm = rejectCandidateInput.omit({ applicationId: true, version: true });

/** Turns the candidate down: the reason is for the office, the mail is kind. */
export default function RejectDialog({ candidate, onClose }: { candidate: Candidate; onClose: () => void }) {
	const t = useTranslations("candidates");
	const trpc = useTRPC();
	const queries = useQueryClient();
	const { applicationId, version, name } = candidate;
	const reject = useMutation(trpc.hiring.rejectCandidate.mutationOptions());
	const form = useZodForm(rejectForm, { defaultValues: { reason: "tests", words: "", against: "" } });
	return (
		<Dialog open onOpenChange={onClose} title={t("decide.rejectTitle", { name })} help={t("decide.rejectHelp")}>
			<Form
				form={form}
				refusalFields={{ "applications.reason_needed": "against" }}
				onSubmit={async (values) => {
					await reject.mutateAsync({ ...values, applicationId, version });
					await queries.invalidateQueries({ queryKey: trpc.hiring.pathKey() });
					toast.done(t("decide.rejected", { name }));
					onClose();
				}}
			>
				<FormSelect
					control={form.control}
					name="reason"
					label={t("decide.reason")}
					choices={rejectionReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
				/>
				<FormTextArea control={form.control} name="words" label={t("decide.words")} rows={2} optional />
				<FormTextArea control={form.control} name="against" label={t("decide.against")} rows={2} optional />
				<FormActions>
					<SubmitButton>{t("decide.reject")}</SubmitButton>
				</FormActions>
			</Form>
		</Dialog>
	);
}
