"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { TextInput } from "@/app/_ui/text-input";
import type { AnswerValue } from "@/server/contexts/hiring/contracts/taking";

type NumberAnswerProps = { value: number | null; onAnswer: (value: AnswerValue) => void };

/** A number as people write it: with a point or a comma, and with a true minus. */
export function NumberAnswer({ value, onAnswer }: NumberAnswerProps) {
	const t = useTranslations("assessment.question");
	const [typed, setTyped] = useState(value === null ? "" : String(value));
	const read = numberIn(typed);
	// Another device may have answered meanwhile.
	useEffect(() => {
		setTyped((now) => (numberIn(now) === value ? now : value === null ? "" : String(value)));
	}, [value]);
	const isOdd = typed.trim() !== "" && read === null;
	return (
		<>
			<TextInput
				aria-label={t("answer")}
				inputMode="decimal"
				autoComplete="off"
				className="max-w-60"
				value={typed}
				{...(isOdd && { "aria-invalid": true })}
				onChange={({ target }) => {
					setTyped(target.value);
					const given = numberIn(target.value);
					if (given !== null || target.value.trim() === "") onAnswer({ kind: "number", number: given });
				}}
			/>
			{isOdd && (
				<p role="status" className="mt-1.5 font-medium text-bad text-sm">
					{t("noNumber")}
				</p>
			)}
		</>
	);
}

function numberIn(typed: string): number | null {
	const plain = typed.replace(/\s/g, "").replace(",", ".").replace("−", "-");
	return /^-?\d{1,12}(\.\d{1,6})?$/.test(plain) ? Number(plain) : null;
}
