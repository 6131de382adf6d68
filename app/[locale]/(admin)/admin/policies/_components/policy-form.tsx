"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import type { z } from "zod";
import { useRouter } from "@/app/_i18n/navigation";
import { Card, CardHeader } from "@/app/_ui/card";
import { FormText } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { changePolicyInput, changePolicyInputs, policyFields } from "@/server/platform/policies/contracts";
import { EffectiveFrom, PolicyFieldInput } from "./policy-field";
import type { Rules, RulesVersion } from "./use-policy-words";

type Props = { set: Rules["set"]; basedOn: RulesVersion; notice: ReactNode };

const refusalFields = { "policies.in_the_past": "effectiveFrom", "policies.later_one_planned": "effectiveFrom" };

/** Every field of a set, asked for as its schema says, and from when on the new version holds. */
export function PolicyForm({ set, basedOn, notice }: Props) {
	const t = useTranslations("policies.form");
	const router = useRouter();
	const change = useMutation(useTRPC().policies.change.mutationOptions());
	const schema: z.ZodType<FieldValues, FieldValues> = changePolicyInputs[set];
	const form = useZodForm(schema, {
		defaultValues: { set, basedOn: basedOn.version, values: basedOn.values, effectiveFrom: null, reason: "" },
	});
	const save = async (values: FieldValues) => {
		const { version } = await change.mutateAsync(changePolicyInput.parse(values));
		toast.done(t("done", { version }));
		router.push("/admin/policies");
	};
	return (
		<Form form={form} onSubmit={save} refusalFields={refusalFields} className="max-w-2xl">
			{notice}
			<Card>
				<CardHeader title={t("values")} />
				<div className="flex flex-col gap-6">
					{policyFields(set).map((field) => (
						<PolicyFieldInput key={field.path} set={set} field={field} control={form.control} />
					))}
				</div>
			</Card>
			<Card>
				<CardHeader title={t("effect")} />
				<div className="flex flex-col gap-6">
					<EffectiveFrom control={form.control} />
					<FormText
						control={form.control}
						name="reason"
						label={t("reason")}
						help={t("reasonHelp")}
						autoComplete="off"
					/>
				</div>
			</Card>
			<FormActions>
				<SubmitButton>{t("submit")}</SubmitButton>
			</FormActions>
		</Form>
	);
}
