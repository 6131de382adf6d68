"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Dialog } from "@/app/_ui/dialog";
import { FormTextArea } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { reopenApplicationInput, withdrawApplicationInput } from "@/server/contexts/hiring/contracts/applications";
import type { Candidate } from "../../_components/candidate";

const withdrawForm = withdrawApplicationInput.pick({ words: true });
const reopenForm = reopenApplicationInput.pick({ words: true });
const done = { withdraw: "withdrawn", reopen: "reopened" } as const;

type Props = { deed: "withdraw" | "reopen"; candidate: Candidate; onClose: () => void };

/** Takes the candidate out of the funnel, or back into it, with a word why. */
export default function WordsDialog({ deed, candidate, onClose }: Props) {
	const t = useTranslations("candidates.decide");
	const trpc = useTRPC();
	const queries = useQueryClient();
	const { applicationId, version, name } = candidate;
	const withdraw = useMutation(trpc.hiring.withdrawApplication.mutationOptions());
	const reopen = useMutation(trpc.hiring.reopenApplication.mutationOptions());
	const form = useZodForm(deed === "reopen" ? reopenForm : withdrawForm, { defaultValues: { words: "" } });
	return (
		<Dialog open onOpenChange={onClose} title={t(`${deed}Title`, { name })} help={t(`${deed}Help`)}>
			<Form
				form={form}
				onSubmit={async ({ words }) => {
					await { withdraw, reopen }[deed].mutateAsync({ applicationId, version, words });
					await queries.invalidateQueries({ queryKey: trpc.hiring.pathKey() });
					toast.done(t(done[deed], { name }));
					onClose();
				}}
			>
				<FormTextArea control={form.control} name="words" label={t("why")} rows={2} optional={deed === "withdraw"} />
				<FormActions>
					<SubmitButton>{t(deed)}</SubmitButton>
				</FormActions>
			</Form>
		</Dialog>
	);
}
