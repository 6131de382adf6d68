"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFieldArray } from "react-hook-form";
import { Button } from "@/app/_ui/button";
import { FieldGroup } from "@/app/_ui/field";
import { FormNumber } from "@/app/_ui/form/fields";
import { IconButton } from "@/app/_ui/icon-button";
import { Select } from "@/app/_ui/select";
import type { RuleControl } from "./rule-control";
import { useRuleFacts } from "./use-rule-facts";

type Props = { control: RuleControl; kind: "weights" | "mustHaves" };

const FIRST_WEIGHT = 1;
const FIRST_MUST = 50;

/** Traits with a number each: how much they count, or how much of them is a must. */
export function TraitNumbers({ control, kind }: Props) {
	const t = useTranslations("screening.edit");
	const { traits, words } = useRuleFacts();
	const weights = useFieldArray({ control, name: "rule.weights" });
	const mustHaves = useFieldArray({ control, name: "rule.mustHaves" });
	const { fields, remove } = kind === "weights" ? weights : mustHaves;
	const [chosen, setChosen] = useState("");
	const choices = traits
		.filter(({ trait }) => !fields.some((field) => field.trait === trait))
		.map(({ trait }) => ({ value: trait, label: words.trait(trait) }));
	const add = () => {
		if (!choices.some(({ value }) => value === chosen)) return;
		if (kind === "weights") weights.append({ trait: chosen, weight: FIRST_WEIGHT });
		else mustHaves.append({ trait: chosen, atLeast: FIRST_MUST });
		setChosen("");
	};
	return (
		<FieldGroup label={t(kind)} help={t(`${kind}Help`)}>
			{(group) => (
				<div className="space-y-3">
					{fields.length > 0 && (
						<ul className="space-y-3">
							{fields.map(({ id, trait }, index) => (
								<li key={id} className="grid grid-cols-[1fr_auto] items-end gap-2">
									<FormNumber
										control={control}
										name={kind === "weights" ? `rule.weights.${index}.weight` : `rule.mustHaves.${index}.atLeast`}
										label={t(kind === "weights" ? "weight" : "atLeast", { trait: words.trait(trait) })}
									/>
									<IconButton
										label={t("removeTrait", { trait: words.trait(trait) })}
										icon={<X />}
										onClick={() => remove(index)}
									/>
								</li>
							))}
						</ul>
					)}
					<div className="grid grid-cols-[1fr_auto] items-end gap-2">
						<Select
							id={group.id}
							aria-label={t("trait")}
							value={chosen}
							placeholder={t("trait")}
							choices={choices}
							onChange={({ target }) => setChosen(target.value)}
						/>
						<Button size="small" onClick={add}>
							<Plus aria-hidden />
							{t("addTrait")}
						</Button>
					</div>
				</div>
			)}
		</FieldGroup>
	);
}
