"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Field } from "@/app/_ui/field";
import { IconButton } from "@/app/_ui/icon-button";
import { TextArea, TextInput } from "@/app/_ui/text-input";

type Words = { en: string; ru: string };
type WordsFieldProps = { label: string; value: Words; long?: boolean; onChange: (value: Words) => void };

/** One text in each language of the house. */
export function WordsField({ label, value, long = false, onChange }: WordsFieldProps) {
	const t = useTranslations("library.editor");
	const Input = long ? TextArea : TextInput;
	return (
		<div className="grid gap-4 sm:grid-cols-2">
			{(["en", "ru"] as const).map((language) => (
				<Field key={language} label={t(`in.${language}`, { label })}>
					{(control) => (
						<Input
							{...control}
							value={value[language]}
							onChange={({ target }: { target: { value: string } }) => onChange({ ...value, [language]: target.value })}
						/>
					)}
				</Field>
			))}
		</div>
	);
}

type NumberFieldProps = {
	label: string;
	help?: string;
	value: number | null;
	onChange: (value: number | null) => void;
};

/** A number, or nothing. What is none yet becomes no number, which the test's own rules then refuse. */
export function NumberField({ label, help, value, onChange }: NumberFieldProps) {
	return (
		<Field label={label} help={help} className="max-w-48">
			{(control) => (
				<TextInput
					{...control}
					type="number"
					step="any"
					value={value === null || Number.isNaN(value) ? "" : value}
					onChange={({ target }) => onChange(target.value === "" ? null : Number(target.value))}
				/>
			)}
		</Field>
	);
}

type MoveButtonsProps = {
	what: string;
	at: number;
	count: number;
	least?: number;
	onMove: (to: number) => void;
	onRemove: () => void;
};

/** Up, down, away. */
export function MoveButtons({ what, at, count, least = 1, onMove, onRemove }: MoveButtonsProps) {
	const t = useTranslations("library.editor");
	return (
		<div className="flex shrink-0">
			<IconButton label={t("up", { what })} icon={<ArrowUp />} disabled={at === 0} onClick={() => onMove(at - 1)} />
			<IconButton
				label={t("down", { what })}
				icon={<ArrowDown />}
				disabled={at === count - 1}
				onClick={() => onMove(at + 1)}
			/>
			<IconButton label={t("remove", { what })} icon={<X />} disabled={count <= least} onClick={onRemove} />
		</div>
	);
}
