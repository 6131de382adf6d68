"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFieldArray } from "react-hook-form";
import { Button } from "@/app/_ui/button";
import { FieldGroup } from "@/app/_ui/field";
import { FormNumber } from "@/app/_ui/form/fields";
import { IconButton } from "@/app/_ui/icon-button";
import { PolicyAmount, type PolicyControl } from "./policy-amount";

type Props = { control: PolicyControl; name: string; label: string };

/** The discount ladder: who has paid more than so much gets so many percent off. */
export function LadderEditor({ control, name, label }: Props) {
	const t = useTranslations("policies.form");
	const { fields, append, remove } = useFieldArray({ control, name });
	return (
		<FieldGroup label={label}>
			{() => (
				<div className="space-y-3">
					<ol className="space-y-3">
						{fields.map(({ id }, index) => {
							const number = index + 1;
							return (
								<li key={id} className="grid grid-cols-[1fr_1fr_auto] items-end gap-2">
									<PolicyAmount control={control} name={`${name}.${index}.above`} label={t("above", { number })} />
									<FormNumber control={control} name={`${name}.${index}.percent`} label={t("percent", { number })} />
									<IconButton label={t("removeStep", { number })} icon={<X />} onClick={() => remove(index)} />
								</li>
							);
						})}
					</ol>
					<Button size="small" onClick={() => append({ above: "", percent: 0 })}>
						<Plus aria-hidden />
						{t("addStep")}
					</Button>
				</div>
			)}
		</FieldGroup>
	);
}
