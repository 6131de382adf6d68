"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { z } from "zod";
import { Dialog } from "@/app/_ui/dialog";
import { FormCheckbox } from "@/app/_ui/form/choice-fields";
import { FormTextArea } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { traitLevel } from "@/server/contexts/hiring/contracts";
import { acceptCandidateInput } from "@/server/contexts/hiring/contracts/applications";
import { FormTraitLevels } from "../../../../_components/trait-levels";
import type { Candidate } from "../../_components/candidate";

const { trial, against } = acceptCandidateInput.shape;
const levels = z.array(traitLevel).max(40);
const acceptForm = z.object({ strengths: levels, weaknesses: levels, trial, against });

/** Takes the candidate into the pool with what was found. */
export default function AcceptDialog({ candidate, onClose }: { candidate: Candidate; onClose: () => void }) {
	const t = useTranslations("candidates.decide");
	const workers = useTranslations("workers");
	const trpc = useTRPC();
	const queries = useQueryClient();
	const { applicationId, version, name } = candidate;
	const { data: traits = [] } = useQuery(trpc.hiring.listTraits.queryOptions());
	const accept = useMutation(trpc.hiring.acceptCandidate.mutationOptions());
	// The page has asked for it already: what the tests found is what the manager confirms.
	const { data: cards } = useQuery(trpc.hiring.scorecard.queryOptions({ applicationId }));
	const found = cards?.[0]?.found ?? { strengths: [], weaknesses: [] };
	const defaultValues = { ...found, trial: cards?.[0]?.trial ?? false, against: "" };
	const form = useZodForm(acceptForm, { defaultValues });
	const { control } = form;
	const [strengths, weaknesses] = useWatch({ control, name: ["strengths", "weaknesses"] });
	const listed = { control, traits, levelName: (level: number) => workers("traits.level", { level }) };
	const named = (found: { trait: string }[]) => found.map(({ trait }) => trait);
	return (
		<Dialog open onOpenChange={onClose} title={t("acceptTitle", { name })} help={t("acceptHelp")}>
			<Form
				form={form}
				refusalFields={{ "applications.reason_needed": "against" }}
				onSubmit={async (values) => {
					await accept.mutateAsync({ ...values, applicationId, version });
					await queries.invalidateQueries({ queryKey: trpc.hiring.pathKey() });
					toast.done(t("accepted", { name }));
					onClose();
				}}
			>
				<FormTraitLevels
					{...listed}
					name="strengths"
					label={workers("form.strengths")}
					empty={workers("form.noStrengths")}
					taken={named(weaknesses)}
				/>
				<FormTraitLevels
					{...listed}
					name="weaknesses"
					label={workers("form.weaknesses")}
					empty={workers("form.noWeaknesses")}
					taken={named(strengths)}
				/>
				<FormCheckbox control={control} name="trial" label={t("trial")} />
				<FormTextArea control={control} name="against" label={t("against")} rows={2} optional />
				<FormActions>
					<SubmitButton>{t("accept")}</SubmitButton>
				</FormActions>
			</Form>
		</Dialog>
	);
}
