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
import { rollBackInput } from "@/server/contexts/matching/contracts";

const reasonOnly = rollBackInput.pick({ reason: true });

type Props = { deed: { kind: "activate" | "roll-back"; version: number }; active: number; onClose: () => void };

/** One press and its reason; what is in force from then on stands on the button. */
export function InForceDialog({ deed: { kind, version }, active, onClose }: Props) {
	const t = useTranslations("matching.inForce");
	const queries = useQueryClient();
	const trpc = useTRPC();
	const form = useZodForm(reasonOnly, { defaultValues: { reason: "" } });
	const activate = useMutation(trpc.matching.activatePipeline.mutationOptions());
	const rollBack = useMutation(trpc.matching.rollBackPipeline.mutationOptions());
	const decide = async ({ reason }: { reason: string }) => {
		if (kind === "activate") await activate.mutateAsync({ version, active, reason });
		else await rollBack.mutateAsync({ active, reason });
		toast.done(t("done", { version }));
		onClose();
		await queries.invalidateQueries(trpc.matching.pathFilter());
	};
	return (
		<Dialog open onOpenChange={onClose} title={t(`${kind}.title`, { version })} help={t("help", { version, active })}>
			<Form form={form} onSubmit={decide}>
				<FormText control={form.control} name="reason" label={t("reason")} help={t("reasonHelp")} />
				<FormActions>
					<SubmitButton>{t(`${kind}.button`, { version })}</SubmitButton>
				</FormActions>
			</Form>
		</Dialog>
	);
}
