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
import { activateRuleInput } from "@/server/contexts/hiring/contracts/screening";
import type { VacancyId } from "@/server/kernel/ids";
import { type RuleVersion, useRuleFacts } from "./use-rule-facts";

const reasonForm = activateRuleInput.pick({ reason: true });

type Props = { vacancyId: VacancyId; version: RuleVersion; instead: RuleVersion; onClose: () => void };

/** Asks why, and puts the version into force. */
export default function ActivateDialog({ vacancyId, version, instead, onClose }: Props) {
	const t = useTranslations("screening.rules");
	const trpc = useTRPC();
	const queries = useQueryClient();
	const { words } = useRuleFacts();
	const activate = useMutation(trpc.hiring.activateRule.mutationOptions());
	const form = useZodForm(reasonForm, { defaultValues: { reason: "" } });
	const name = words.version(version);
	const help = t("activateHelp", { instead: words.version(instead) });
	return (
		<Dialog open onOpenChange={onClose} title={t("activateTitle", { version: name })} help={help}>
			<Form
				form={form}
				onSubmit={async ({ reason }) => {
					await activate.mutateAsync({ vacancyId, version: version.version, instead: instead.version, reason });
					await queries.invalidateQueries({ queryKey: trpc.hiring.pathKey() });
					toast.done(t("activated", { version: name }));
					onClose();
				}}
			>
				<FormText control={form.control} name="reason" label={t("reason")} autoComplete="off" />
				<FormActions>
					<SubmitButton>{version.version < instead.version ? t("rollBack") : t("activate")}</SubmitButton>
				</FormActions>
			</Form>
		</Dialog>
	);
}
