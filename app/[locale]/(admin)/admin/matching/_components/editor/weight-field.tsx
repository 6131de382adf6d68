import { useTranslations } from "next-intl";
import { type CSSProperties, useId, useState } from "react";
import { useFormat } from "@/app/_ui/format/format-provider";
import { TextInput } from "@/app/_ui/text-input";

type Props = { step: string; weight: number; share: number | null; onChange: (weight: number) => void };

const MOST = 100;
const read = (typed: string): number | null => {
	const value = Number(typed.replace(",", "."));
	return typed.trim() !== "" && Number.isFinite(value) && value > 0 && value <= MOST ? value : null;
};

/** How much a score counts against the others; what part of the total that is stands beside it. */
export function WeightField({ step, weight, share, onChange }: Props) {
	const t = useTranslations("matching.editor");
	const format = useFormat();
	const id = useId();
	const [typed, setTyped] = useState(String(weight));
	const shown = read(typed) === weight ? typed : read(typed) === null ? typed : String(weight);
	const wrong = read(shown) === null;
	return (
		<div className="flex flex-wrap items-center gap-x-3 gap-y-1">
			<label htmlFor={id} className="w-24 shrink-0 text-sm">
				{t("weight")} <span className="sr-only">{step}</span>
			</label>
			<TextInput
				id={id}
				inputMode="decimal"
				autoComplete="off"
				className="figures w-20 text-right"
				value={shown}
				onChange={({ target }) => {
					setTyped(target.value);
					const value = read(target.value);
					if (value !== null) onChange(value);
				}}
				{...(wrong && { "aria-invalid": true as const, "aria-describedby": `${id}-wrong` })}
			/>
			{share !== null && (
				<span className="flex min-w-32 flex-1 items-center gap-2">
					<span aria-hidden className="h-2 flex-1 overflow-hidden rounded-full bg-sunken">
						<span
							style={{ "--share": `${share * 100}%` } as CSSProperties}
							className="block h-full w-(--share) rounded-full bg-chart-4 transition-[width]"
						/>
					</span>
					<span className="figures w-36 shrink-0 text-right text-muted text-sm">
						{t("share", { share: format.percent(Math.round(share * 100)) })}
					</span>
				</span>
			)}
			{wrong && (
				<p id={`${id}-wrong`} className="w-full font-medium text-bad text-sm">
					{t("weightWrong")}
				</p>
			)}
		</div>
	);
}
