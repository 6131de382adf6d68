"use client";

import { Plus, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { FieldValues } from "react-hook-form";
import { Button } from "@/app/_ui/button";
import { FieldGroup } from "@/app/_ui/field";
import { type Bound, useField } from "@/app/_ui/form/use-field";
import { IconButton } from "@/app/_ui/icon-button";
import { Select } from "@/app/_ui/select";
import { LevelDots } from "./level-dots";

type Trait = { trait: string; name: { en: string; ru: string } };
type Levels = { trait: string; level: number }[];

type TraitLevelsProps = {
	label: string;
	help?: string;
	error?: string | undefined;
	traits: readonly Trait[];
	value: Levels;
	onChange: (levels: Levels) => void;
	/** Traits that can't be added, for they are named elsewhere. */
	taken?: readonly string[];
	/** What the field says while nothing is in it. */
	empty: string;
	/** How a level is called, as "Level 3 of 5". */
	levelName: (level: number) => string;
	inputRef?: (element: HTMLElement | null) => void;
};

const MIDDLE = 3;

/** Traits of the managed list as chips, each with a level from 1 to 5. */
function TraitLevels(props: TraitLevelsProps) {
	const { label, help, error, traits, value, onChange, taken = [], empty, levelName, inputRef } = props;
	const t = useTranslations("workers.traits");
	const locale = useLocale();
	const [chosen, setChosen] = useState("");
	const choice = useRef<HTMLSelectElement>(null);
	const nameOf = (key: string) => traits.find(({ trait }) => trait === key)?.name[locale] ?? key;
	const used = new Set([...taken, ...value.map(({ trait }) => trait)]);
	const choices = traits
		.filter(({ trait }) => !used.has(trait))
		.map(({ trait, name }) => ({ value: trait, label: name[locale] }));
	const add = () => {
		if (choices.some((one) => one.value === chosen)) onChange([...value, { trait: chosen, level: MIDDLE }]);
		setChosen("");
		choice.current?.focus();
	};
	return (
		<FieldGroup label={label} help={help} error={error}>
			{(control) => (
				<div className="space-y-3">
					{value.length === 0 ? (
						<p className="text-muted text-sm">{empty}</p>
					) : (
						<ul className="flex flex-wrap gap-2">
							{value.map(({ trait, level }) => (
								<li
									key={trait}
									className="inline-flex max-w-full items-center gap-2 rounded-full bg-sunken py-0.5 pr-1 pl-3 text-body"
								>
									<span className="min-w-0 truncate font-medium">{nameOf(trait)}</span>
									<LevelDots
										label={t("levelOf", { trait: nameOf(trait) })}
										level={level}
										levelName={levelName}
										onChange={(next) =>
											onChange(value.map((entry) => (entry.trait === trait ? { trait, level: next } : entry)))
										}
									/>
									<IconButton
										label={t("remove", { trait: nameOf(trait) })}
										icon={<X />}
										size="small"
										className="rounded-full"
										onClick={() => onChange(value.filter((entry) => entry.trait !== trait))}
									/>
								</li>
							))}
						</ul>
					)}
					<div className="flex max-w-md gap-2">
						<div className="min-w-0 flex-1">
							<Select
								{...control}
								ref={(element) => {
									choice.current = element;
									inputRef?.(element);
								}}
								aria-label={t("choose", { list: label })}
								value={chosen}
								choices={choices}
								placeholder={choices.length > 0 ? t("placeholder") : t("allUsed")}
								onChange={({ target }) => setChosen(target.value)}
							/>
						</div>
						<Button onClick={add}>
							<Plus aria-hidden />
							{t("add")}
						</Button>
					</div>
				</div>
			)}
		</FieldGroup>
	);
}

type FormProps<Input extends FieldValues, Output> = Bound<Input, Output> &
	Pick<TraitLevelsProps, "traits" | "taken" | "empty" | "levelName">;

/** The same as a field of a form. */
export function FormTraitLevels<Input extends FieldValues, Output>(props: FormProps<Input, Output>) {
	const { control: _, name: __, optional: ___, className: ____, ...rest } = props;
	const { field, error } = useField(props);
	return (
		<TraitLevels {...rest} value={field.value ?? []} onChange={field.onChange} error={error} inputRef={field.ref} />
	);
}
