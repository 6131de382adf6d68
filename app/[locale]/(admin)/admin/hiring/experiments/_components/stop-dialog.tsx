"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { z } from "zod";
import { Dialog } from "@/app/_ui/dialog";
import { FormSelect, FormText } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { stopExperimentInput } from "@/server/contexts/hiring/contracts/screening";
import { useScreeningWords } from "../../_components/use-screening-words";
import type { Experiment } from "./experiment";

const stopForm = stopExperimentInput.pick({ reason: true }).extend({ rollOut: z.string().max(10) });

/** Ends the experiment, and says what everybody gets afterwards. */
export default function StopDialog({ experiment, onClose }: { experiment: Experiment; onClose: () => void }) {
	const t = useTranslations("screening.experiments");
	const locale = useLocale();
	const words = useScreeningWords();
	const trpc = useTRPC();
	const queries = useQueryClient();
	const stop = useMutation(trpc.hiring.stopExperiment.mutationOptions());
	const form = useZodForm(stopForm, { defaultValues: { reason: "", rollOut: "" } });
	const { id: experimentId, name, arms, vacancyId } = experiment;
	// The page has asked for it already.
	const { data: screening } = useQuery(trpc.hiring.screening.queryOptions({ vacancyId }));
	const ruleOf = (number: number) => screening?.versions.find(({ version }) => version === number)?.name ?? null;
	const labelOf = ({ name: arm, ruleVersion, set }: Experiment["arms"][number]) => {
		const rule = words.version({ version: ruleVersion, name: ruleOf(ruleVersion) });
		return set ? t("rollOutBoth", { arm, rule, set: set[locale] }) : t("rollOutRule", { arm, rule });
	};
	return (
		<Dialog open onOpenChange={onClose} title={t("stopTitle", { name })} help={t("stopHelp")}>
			<Form
				form={form}
				onSubmit={async ({ reason, rollOut }) => {
					await stop.mutateAsync({ experimentId, reason, rollOut: rollOut || null });
					await queries.invalidateQueries({ queryKey: trpc.hiring.pathKey() });
					toast.done(t("stopped"));
					onClose();
				}}
			>
				<FormSelect
					control={form.control}
					name="rollOut"
					label={t("rollOut")}
					placeholder={t("keep")}
					choices={arms.map((arm) => ({ value: arm.arm, label: labelOf(arm) }))}
				/>
				<FormText control={form.control} name="reason" label={t("reason")} autoComplete="off" />
				<FormActions>
					<SubmitButton>{t("stop")}</SubmitButton>
				</FormActions>
			</Form>
		</Dialog>
	);
}
