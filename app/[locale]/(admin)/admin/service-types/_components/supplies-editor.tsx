"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Control, useFieldArray } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/app/_ui/button";
import { FieldGroup } from "@/app/_ui/field";
import { FormNumber, FormText } from "@/app/_ui/form/fields";
import { IconButton } from "@/app/_ui/icon-button";
import type { defineServiceTypeInput } from "@/server/contexts/ordering/contracts";

type Input = z.input<typeof defineServiceTypeInput>;
type Output = z.output<typeof defineServiceTypeInput>;

/** What goes into the kit, line by line. */
export function SuppliesEditor({ control }: { control: Control<Input, unknown, Output> }) {
	const t = useTranslations("serviceTypes.form");
	const { fields, append, remove } = useFieldArray({ control, name: "supplies" });
	return (
		<FieldGroup label={t("supplies")} help={t("suppliesHelp")}>
			{() => (
				<div className="space-y-4">
					{fields.length === 0 && <p className="text-muted text-sm">{t("noSupplies")}</p>}
					{fields.map(({ id }, index) => {
						const number = index + 1;
						return (
							<div key={id} className="grid grid-cols-[1fr_auto] items-start gap-3 sm:grid-cols-[1fr_1fr_8rem_auto]">
								<FormText
									control={control}
									name={`supplies.${index}.name.en`}
									label={t("itemEn", { number })}
									className="max-sm:col-span-2"
								/>
								<FormText
									control={control}
									name={`supplies.${index}.name.ru`}
									label={t("itemRu", { number })}
									className="max-sm:col-span-2"
								/>
								<FormNumber control={control} name={`supplies.${index}.quantity`} label={t("quantity", { number })} />
								<IconButton
									label={t("removeItem", { number })}
									icon={<X />}
									className="mt-7"
									onClick={() => remove(index)}
								/>
							</div>
						);
					})}
					<Button onClick={() => append({ name: { en: "", ru: "" }, quantity: 1 })}>
						<Plus aria-hidden />
						{t("addItem")}
					</Button>
				</div>
			)}
		</FieldGroup>
	);
}
