"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useLocale } from "next-intl";
import { type ChevronProps, DayPicker } from "react-day-picker";
import { enGB, ru } from "react-day-picker/locale";
import { toDay, toLocalDate } from "./calendar-day";
import { cn } from "./cn";

const locales = { en: enGB, ru };

export type CalendarProps = {
	value: string | null;
	onChange: (day: string) => void;
	/** Today in the business, `YYYY-MM-DD`. */
	today: string;
	/** The first and the last day that can be chosen. */
	min?: string;
	max?: string;
	/** Days in between that can't be chosen. */
	isDisabled?: (day: string) => boolean;
};

const round = "inline-flex size-10 items-center justify-center rounded-md transition-colors";

/** One month of days. Days that can't be chosen are grey and crossed out. */
export default function Calendar({ value, onChange, today, min, max, isDisabled }: CalendarProps) {
	const locale = useLocale();
	const disabled = [
		...(min ? [{ before: toLocalDate(min) }] : []),
		...(max ? [{ after: toLocalDate(max) }] : []),
		...(isDisabled ? [(date: Date) => isDisabled(toDay(date))] : []),
	];
	return (
		<DayPicker
			mode="single"
			required
			locale={locales[locale]}
			weekStartsOn={1}
			today={toLocalDate(today)}
			defaultMonth={toLocalDate(value ?? min ?? today)}
			{...(min && { startMonth: toLocalDate(min) })}
			{...(max && { endMonth: toLocalDate(max) })}
			selected={value ? toLocalDate(value) : undefined}
			onSelect={(date) => onChange(toDay(date))}
			disabled={disabled}
			classNames={{
				months: "relative",
				month_caption: "flex h-10 items-center px-2 font-semibold capitalize",
				nav: "absolute top-0 right-0 flex",
				button_previous: cn(round, "text-muted hover:bg-hover hover:text-ink aria-disabled:opacity-30"),
				button_next: cn(round, "text-muted hover:bg-hover hover:text-ink aria-disabled:opacity-30"),
				weekday: "size-10 font-normal text-muted text-sm capitalize",
				day: "group p-0 text-center",
				day_button: cn(
					round,
					"figures hover:bg-hover group-data-today:font-semibold group-data-today:underline group-data-today:underline-offset-4",
					"group-data-selected:bg-inverse group-data-selected:font-semibold group-data-selected:text-on-inverse",
					"disabled:cursor-not-allowed disabled:text-muted disabled:line-through disabled:opacity-60 disabled:hover:bg-transparent",
				),
			}}
			components={{ Chevron }}
		/>
	);
}

function Chevron({ orientation }: ChevronProps) {
	return orientation === "left" ? <ChevronLeft className="size-5" /> : <ChevronRight className="size-5" />;
}
