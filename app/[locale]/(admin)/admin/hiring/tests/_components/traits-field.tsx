"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { IconButton } from "@/app/_ui/icon-button";
import { useTRPC } from "@/app/_ui/query/trpc";
import { Select } from "@/app/_ui/select";
import type { Question } from "@/server/contexts/hiring/contracts/tests";
import { replaced } from "./draft";
import { NumberField } from "./fields";

type Props = { traits: Question["traits"]; onChange: (traits: Question["traits"]) => void };

/** Which strengths and weaknesses a question speaks for, and how much beside the others that do. */
export function TraitsField({ traits, onChange }: Props) {
	const t = useTranslations("library.editor");
	const locale = useLocale();
	const { data: known = [] } = useQuery(useTRPC().hiring.listTraits.queryOptions());
	const free = known.find((one) => !traits.some(({ trait }) => trait === one.trait));
	return (
		<div className="space-y-2">
			{traits.map((weight, at) => (
				<div key={weight.trait} className="flex flex-wrap items-end gap-x-4 gap-y-2">
					<Field label={t("trait", { number: at + 1 })} className="w-60">
						{(control) => (
							<Select
								{...control}
								value={weight.trait}
								choices={known.map((one) => ({
									...{ value: one.trait, label: one.name[locale] },
									disabled: one.trait !== weight.trait && traits.some(({ trait }) => trait === one.trait),
								}))}
								onChange={({ target }) => onChange(replaced(traits, at, { ...weight, trait: target.value }))}
							/>
						)}
					</Field>
					<NumberField
						label={t("weight", { number: at + 1 })}
						value={weight.weight}
						onChange={(value) => onChange(replaced(traits, at, { ...weight, weight: value ?? Number.NaN }))}
					/>
					<IconButton
						label={t("remove", { what: t("trait", { number: at + 1 }) })}
						icon={<X />}
						onClick={() => onChange(replaced(traits, at))}
					/>
				</div>
			))}
			{free && traits.length < 6 && (
				<Button onClick={() => onChange([...traits, { trait: free.trait, weight: 1 }])}>
					<Plus aria-hidden />
					{t("addTrait")}
				</Button>
			)}
		</div>
	);
}
