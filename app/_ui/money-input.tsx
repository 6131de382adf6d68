"use client";

import { useLocale } from "next-intl";
import { type ComponentProps, useState } from "react";
import { formatMoney, parseMoney } from "@/server/kernel/format";
import { cn } from "./cn";
import { TextInput } from "./text-input";

type MoneyInputProps = Omit<
	ComponentProps<typeof TextInput>,
	"value" | "defaultValue" | "onChange" | "before" | "type"
> & {
	/** Hundredths; `null` while nothing is written, `undefined` while what is written is no amount. */
	value: bigint | null | undefined;
	onChange: (amount: bigint | null | undefined) => void;
	sign: string;
};

/** An amount of money. It takes both decimal signs, and writes the amount out when one leaves the field. */
export function MoneyInput({ value, onChange, sign, onBlur, className, ...rest }: MoneyInputProps) {
	const locale = useLocale();
	const written = (amount: bigint | null | undefined) =>
		amount === null || amount === undefined ? "" : formatMoney(amount, { locale, sign: "" }).trim();
	const [text, setText] = useState(() => written(value));
	const [known, setKnown] = useState(value);
	// Somebody else has set another amount, as when a form is filled anew.
	if (value !== known) {
		setKnown(value);
		if (value !== undefined && value !== parseMoney(text)) setText(written(value));
	}

	const change = (typed: string) => {
		setText(typed);
		const amount = typed.trim() === "" ? null : (parseMoney(typed) ?? undefined);
		setKnown(amount);
		onChange(amount);
	};
	return (
		<TextInput
			inputMode="decimal"
			autoComplete="off"
			before={sign}
			value={text}
			onChange={(event) => change(event.target.value)}
			onBlur={(event) => {
				if (value !== undefined) setText(written(value));
				onBlur?.(event);
			}}
			className={cn("figures text-right", className)}
			{...rest}
		/>
	);
}
