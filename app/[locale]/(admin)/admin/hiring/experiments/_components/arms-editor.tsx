"use client";

import { Plus, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type Control, useFieldArray } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { FormNumber, FormText } from "@/app/_ui/form/fields";
import { useField } from "@/app/_ui/form/use-field";
import { IconButton } from "@/app/_ui/icon-button";
import { Select } from "@/app/_ui/select";
import type { beginExperimentInput } from "@/server/contexts/hiring/contracts/screening";
import { useScreeningWords } from "../../_components/use-screening-words";
import type { RuleVersion } from "../../rules/_components/use-rule-facts";
import type { TestSet } from "../../sets/_components/test-set";

type ExperimentControl = Control<z.input<typeof beginExperimentInput>, unknown, z.output<typeof beginExperimentInput>>;
type Props = { control: ExperimentControl; versions: RuleVersion[]; sets: TestSet[] };

const MOST = 4;

/** The variants: which rule and which tests each has, and how many of the applicants. */
export function ArmsEditor({ control, versions, sets }: Props) {
	const t = useTranslations("screening.experiments");
	const { fields, append, remove } = useFieldArray({ control, name: "arms" });
	return (
		<div className="space-y-6">
			<ol className="space-y-6">
				{fields.map(({ id }, index) => (
					<li key={id}>
						<fieldset className="relative grid grid-cols-1 gap-4 sm:grid-cols-2">
							<legend className="mb-2 font-medium">{t("arm", { number: index + 1 })}</legend>
							<FormText control={control} name={`arms.${index}.name`} label={t("armName")} autoComplete="off" />
							<FormNumber control={control} name={`arms.${index}.percent`} label={t("share")} />
							<ArmRule control={control} index={index} versions={versions} />
							<ArmSet control={control} index={index} sets={sets} />
							{fields.length > 2 && (
								<IconButton
									size="small"
									className="absolute -top-9 right-0"
									label={t("removeArm", { number: index + 1 })}
									icon={<X />}
									onClick={() => remove(index)}
								/>
							)}
						</fieldset>
					</li>
				))}
			</ol>
			{fields.length < MOST && (
				<Button size="small" onClick={() => append({ name: "", percent: 1, ruleVersion: 0, testSetId: null })}>
					<Plus aria-hidden />
					{t("addArm")}
				</Button>
			)}
		</div>
	);
}

/** A version of the rule by its number. */
function ArmRule({ control, index, versions }: Omit<Props, "sets"> & { index: number }) {
	const t = useTranslations("screening.experiments");
	const words = useScreeningWords();
	const bound = { control, name: `arms.${index}.ruleVersion` as const, label: t("rule") };
	const { field, error } = useField(bound);
	return (
		<Field label={bound.label} error={error}>
			{(asked) => (
				<Select
					{...asked}
					ref={field.ref}
					name={field.name}
					value={String(field.value)}
					choices={versions.map((version) => ({ value: String(version.version), label: words.version(version) }))}
					onChange={({ target }) => field.onChange(Number(target.value))}
					onBlur={field.onBlur}
				/>
			)}
		</Field>
	);
}

/** One of the vacancy's sets; nothing is the usual one. */
function ArmSet({ control, index, sets }: Omit<Props, "versions"> & { index: number }) {
	const t = useTranslations("screening.experiments");
	const locale = useLocale();
	const bound = { control, name: `arms.${index}.testSetId` as const, label: t("set") };
	const { field, error } = useField(bound);
	const usual = sets.find((set) => set.usual);
	const choices = [
		{ value: "", label: usual ? t("usualSetNamed", { name: usual.name[locale] }) : t("usualSet") },
		...sets.filter((set) => !set.usual).map(({ setId, name }) => ({ value: setId, label: name[locale] })),
	];
	return (
		<Field label={bound.label} error={error}>
			{(asked) => (
				<Select
					{...asked}
					ref={field.ref}
					name={field.name}
					value={String(field.value ?? "")}
					choices={choices}
					onChange={({ target }) => field.onChange(target.value || null)}
					onBlur={field.onBlur}
				/>
			)}
		</Field>
	);
}
