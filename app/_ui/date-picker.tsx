"use client";

import { CalendarDays } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Ref, useState } from "react";
import type { CalendarProps } from "./calendar";
import { cn } from "./cn";
import { useFormat } from "./format/format-provider";
import { later } from "./later";
import { Popover } from "./popover";
import { Skeleton } from "./skeleton";
import { controlLook } from "./text-input";

/** Months are only fetched by those who open them. */
const Calendar = later(() => import("./calendar"), <Skeleton className="h-72 w-70" />);

type DatePickerProps = CalendarProps & {
	id?: string;
	onBlur?: () => void;
	buttonRef?: Ref<HTMLButtonElement>;
	"aria-invalid"?: true;
	"aria-describedby"?: string;
};

/** A calendar day `YYYY-MM-DD` of the business zone, chosen from a month. */
export function DatePicker({ id, onBlur, buttonRef, value, onChange, ...rest }: DatePickerProps) {
	const t = useTranslations("common.form");
	const format = useFormat();
	const [open, setOpen] = useState(false);
	const { "aria-invalid": invalid, "aria-describedby": described, ...calendar } = rest;
	return (
		<Popover
			label={t("chooseDate")}
			open={open}
			onOpenChange={(next) => {
				setOpen(next);
				if (!next) onBlur?.();
			}}
			trigger={
				<button
					type="button"
					ref={buttonRef}
					id={id}
					aria-describedby={described}
					data-invalid={invalid}
					className={cn(controlLook, "flex h-control items-center justify-between gap-3 px-3 text-left")}
				>
					<span className={cn("truncate first-letter:uppercase", !value && "text-muted")}>
						{value ? format.day(value) : t("chooseDate")}
					</span>
					<CalendarDays aria-hidden className="size-4 shrink-0 text-muted" />
				</button>
			}
		>
			<Calendar
				{...calendar}
				value={value}
				onChange={(day) => {
					onChange(day);
					setOpen(false);
				}}
			/>
		</Popover>
	);
}
