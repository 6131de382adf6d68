"use client";

import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Control, useFieldArray } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/app/_ui/button";
import { FieldGroup } from "@/app/_ui/field";
import { FormNumber, FormText } from "@/app/_ui/form/fields";
import { IconButton } from "@/app/_ui/icon-button";
import { useMovedRow } from "@/app/_ui/use-moved-row";
import type { defineServiceTypeInput } from "@/server/contexts/ordering/contracts";

type Input = z.input<typeof defineServiceTypeInput>;
type Output = z.output<typeof defineServiceTypeInput>;

// The heads stand above once; only a phone repeats them on each row.
const columns = "sm:grid sm:grid-cols-[1fr_1fr_5rem_auto] sm:gap-x-2";

/** What goes into the kit, in the order in which the warehouse sees it: add, change, move, take away. */
export function SuppliesEditor({ control }: { control: Control<Input, unknown, Output> }) {
	const t = useTranslations("serviceTypes.form");
	const { fields, append, remove, move } = useFieldArray({ control, name: "supplies" });
	const { list, follow } = useMovedRow();
	const [moved, setMoved] = useState("");

	const shift = (from: number, to: number) => {
		move(from, to);
		setMoved(t("moved", { from: from + 1, to: to + 1 }));
		follow(from, to);
	};
	return (
		<FieldGroup label={t("supplies")} help={t("suppliesHelp")}>
			{() => (
				<div className="space-y-2">
					{fields.length === 0 && <p className="text-muted text-sm">{t("noSupplies")}</p>}
					{fields.length > 0 && (
						<div aria-hidden className={`hidden text-muted text-sm ${columns}`}>
							<span>{t("headEn")}</span>
							<span>{t("headRu")}</span>
							<span>{t("headQuantity")}</span>
							<span className="w-28" />
						</div>
					)}
					<ol ref={list} className="space-y-2 max-sm:space-y-6">
						{fields.map(({ id }, index) => {
							const number = index + 1;
							return (
								<li
									key={id}
									aria-label={t("item", { number })}
									className={`max-sm:space-y-2 sm:[&_label]:sr-only ${columns}`}
								>
									<FormText
										control={control}
										name={`supplies.${index}.name.en`}
										label={t("itemEn", { number })}
										autoComplete="off"
									/>
									<FormText
										control={control}
										name={`supplies.${index}.name.ru`}
										label={t("itemRu", { number })}
										autoComplete="off"
									/>
									<FormNumber control={control} name={`supplies.${index}.quantity`} label={t("quantity", { number })} />
									<div className="flex">
										<IconButton
											data-move="up"
											label={t("moveUp", { number })}
											icon={<ArrowUp />}
											disabled={index === 0}
											onClick={() => shift(index, index - 1)}
										/>
										<IconButton
											data-move="down"
											label={t("moveDown", { number })}
											icon={<ArrowDown />}
											disabled={index === fields.length - 1}
											onClick={() => shift(index, index + 1)}
										/>
										<IconButton label={t("removeItem", { number })} icon={<X />} onClick={() => remove(index)} />
									</div>
								</li>
							);
						})}
					</ol>
					<p role="status" className="sr-only">
						{moved}
					</p>
					<Button onClick={() => append({ name: { en: "", ru: "" }, quantity: 1 })}>
						<Plus aria-hidden />
						{t("addItem")}
					</Button>
				</div>
			)}
		</FieldGroup>
	);
}
