"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { Button } from "@/app/_ui/button";
import { Dialog, DialogActions } from "@/app/_ui/dialog";
import { FormSelect, FormTextArea } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { RefusedRequest } from "@/app/_ui/query/refusal";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { moveApplicationsInput, rejectionReasons } from "@/server/contexts/hiring/contracts/applications";
import type { ListedCandidate } from "./candidate";

const moveInput = moveApplicationsInput.omit({ applicationIds: true });
const targets = ["contacted", "rejected", "withdrawn"] as const;

type Props = { candidates: ListedCandidate[]; onClose: () => void; onDone: () => void };

/** Moves what was picked, and says of each what came of it. */
export function MoveDialog({ candidates, onClose, onDone }: Props) {
	const t = useTranslations("candidates");
	const states = useTranslations("office.candidateStates");
	const trpc = useTRPC();
	const queries = useQueryClient();
	const form = useZodForm(moveInput, { defaultValues: { to: "rejected", reason: "other", words: "" } });
	const to = useWatch({ control: form.control, name: "to" });
	const move = useMutation(trpc.hiring.moveApplications.mutationOptions());
	const [asked] = useState(candidates);
	if (move.data) {
		return (
			<Dialog open onOpenChange={onDone} title={t("bulk.results")}>
				<ul className="max-h-80 divide-y divide-line overflow-y-auto">
					{move.data.map(({ applicationId, refusal }) => (
						<li key={applicationId} className="flex gap-4 py-2">
							<span className="font-medium">{asked.find((one) => one.applicationId === applicationId)?.name}</span>
							{refusal ? <Refused code={refusal} /> : <span>{t("bulk.moved")}</span>}
						</li>
					))}
				</ul>
				<DialogActions>
					<Button onClick={onDone}>{t("bulk.close")}</Button>
				</DialogActions>
			</Dialog>
		);
	}
	return (
		<Dialog open onOpenChange={onClose} title={t("bulk.title", { count: asked.length })} help={t("bulk.help")}>
			<Form
				form={form}
				onSubmit={async (values) => {
					await move.mutateAsync({ ...values, applicationIds: asked.map(({ applicationId }) => applicationId) });
					await queries.invalidateQueries({ queryKey: trpc.hiring.pathKey() });
				}}
			>
				<FormSelect
					control={form.control}
					name="to"
					label={t("bulk.to")}
					choices={targets.map((value) => ({ value, label: states(value) }))}
				/>
				{to === "rejected" && (
					<FormSelect
						control={form.control}
						name="reason"
						label={t("bulk.reason")}
						choices={rejectionReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
					/>
				)}
				<FormTextArea
					control={form.control}
					name="words"
					label={t("bulk.words")}
					help={t("bulk.wordsHelp")}
					rows={2}
					optional
				/>
				<FormActions>
					<SubmitButton>{t("bulk.submit", { count: asked.length })}</SubmitButton>
				</FormActions>
			</Form>
		</Dialog>
	);
}

function Refused({ code }: { code: string }) {
	const t = useTranslations("candidates.bulk");
	const refusalText = useRefusalText();
	const refusal = new RefusedRequest({ refusal: { code, details: {} } });
	return <span className="text-bad">{t("refused", { why: refusalText(refusal) })}</span>;
}
