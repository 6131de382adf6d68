"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DefaultValues } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/app/_ui/button";
import { FormMoney, FormNumber, FormText, FormTextArea } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { Link } from "@/app/_ui/link";
import { defineServiceTypeInput } from "@/server/contexts/ordering/contracts";
import { FormIconChoice } from "./icon-choice";
import { SuppliesEditor } from "./supplies-editor";

type Input = z.input<typeof defineServiceTypeInput>;
type ServiceTypeValues = z.output<typeof defineServiceTypeInput>;

type TypeFormProps = {
	label: string;
	defaults: DefaultValues<Input>;
	submitLabel: string;
	/** Above the fields. */
	notice?: ReactNode;
	onSave: (values: ServiceTypeValues) => Promise<unknown>;
};

const LONGEST_DESCRIPTION = 300;

/** Everything that ordering knows of a service type. */
export function TypeForm({ label, defaults, submitLabel, notice, onSave }: TypeFormProps) {
	const t = useTranslations("serviceTypes.form");
	const form = useZodForm<Input, ServiceTypeValues>(defineServiceTypeInput, { defaultValues: defaults });
	const { control } = form;
	return (
		<Form form={form} label={label} className="max-w-3xl" onSubmit={onSave}>
			{notice}
			<div className="grid gap-6 sm:grid-cols-2">
				<FormText control={control} name="name.en" label={t("nameEn")} autoComplete="off" />
				<FormText control={control} name="name.ru" label={t("nameRu")} autoComplete="off" />
				<FormTextArea control={control} name="description.en" label={t("descriptionEn")} limit={LONGEST_DESCRIPTION} />
				<FormTextArea control={control} name="description.ru" label={t("descriptionRu")} limit={LONGEST_DESCRIPTION} />
			</div>
			<FormIconChoice control={control} name="icon" label={t("icon")} />
			<div className="grid gap-6 sm:grid-cols-2">
				<FormNumber control={control} name="durationMinutes" label={t("duration")} help={t("durationHelp")} />
				<FormMoney control={control} name="basePrice" label={t("price")} help={t("priceHelp")} />
			</div>
			<SuppliesEditor control={control} />
			<FormActions>
				<SubmitButton>{submitLabel}</SubmitButton>
				<Button asChild look="quiet">
					<Link href="/admin/service-types" look="plain">
						{t("back")}
					</Link>
				</Button>
			</FormActions>
		</Form>
	);
}
