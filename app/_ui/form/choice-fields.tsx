"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import type { FieldValues } from "react-hook-form";
import type { CalendarProps } from "../calendar";
import { Checkbox } from "../checkbox";
import { DatePicker } from "../date-picker";
import { Field, FieldGroup } from "../field";
import { PhotoInput } from "../photo-input";
import { RadioCards } from "../radio-cards";
import { StarRating } from "../star-rating";
import { TimeSlots } from "../time-slots";
import { type Bound, useField } from "./use-field";

/** Yes or no; the label stands beside the box. */
export function FormCheckbox<Input extends FieldValues, Output>(props: Bound<Input, Output>) {
	const { label, help, className } = props;
	const { field, error } = useField(props);
	return (
		<div className={className}>
			<Checkbox
				label={label}
				help={help}
				ref={field.ref}
				name={field.name}
				checked={Boolean(field.value)}
				onChange={(event) => field.onChange(event.target.checked)}
				onBlur={field.onBlur}
				{...(error && { "aria-invalid": true })}
			/>
			{error && <p className="font-medium text-bad text-sm">{error}</p>}
		</div>
	);
}

type CardsProps<Input extends FieldValues, Output> = Bound<Input, Output> &
	Pick<ComponentProps<typeof RadioCards>, "cards" | "columns">;

/** One of a few things with a description and a price each. */
export function FormRadioCards<Input extends FieldValues, Output>(props: CardsProps<Input, Output>) {
	const { label, help, optional, className, cards, columns } = props;
	const { field, error } = useField(props);
	return (
		<FieldGroup label={label} help={help} error={error} optional={optional} className={className}>
			{({ id: _, ...aria }) => (
				<RadioCards
					{...aria}
					{...field}
					value={field.value ?? ""}
					cards={cards}
					columns={columns}
					firstRef={field.ref}
				/>
			)}
		</FieldGroup>
	);
}

type DateProps<Input extends FieldValues, Output> = Bound<Input, Output> &
	Pick<CalendarProps, "today" | "min" | "max" | "isDisabled"> & {
		/** When the day changes: the time chosen before may not be free on the new one. */
		onChosen?: (day: string) => void;
	};

/** A calendar day `YYYY-MM-DD` of the business zone. */
export function FormDate<Input extends FieldValues, Output>(props: DateProps<Input, Output>) {
	const { control: _, name, label, help, optional, className, onChosen, ...calendar } = props;
	const { field, error } = useField(props);
	return (
		<Field label={label} help={help} error={error} optional={optional} className={className}>
			{(control) => (
				<DatePicker
					{...calendar}
					{...control}
					buttonRef={field.ref}
					value={field.value ?? null}
					onBlur={field.onBlur}
					onChange={(day) => {
						field.onChange(day);
						onChosen?.(day);
					}}
				/>
			)}
		</Field>
	);
}

type SlotsProps<Input extends FieldValues, Output> = Bound<Input, Output> & {
	slots: ComponentProps<typeof TimeSlots>["slots"];
	emptyText?: string;
};

/** One of the times that are possible. */
export function FormTimeSlots<Input extends FieldValues, Output>(props: SlotsProps<Input, Output>) {
	const { label, help, optional, className, slots, emptyText } = props;
	const t = useTranslations("common.form");
	const { field, error } = useField(props);
	return (
		<FieldGroup label={label} help={help} error={error} optional={optional} className={className}>
			{({ id: _, ...aria }) => (
				<TimeSlots
					{...aria}
					name={field.name}
					slots={slots}
					value={field.value ?? null}
					onChange={field.onChange}
					onBlur={field.onBlur}
					firstRef={field.ref}
					emptyText={emptyText ?? t("noTimes")}
				/>
			)}
		</FieldGroup>
	);
}

type PhotoProps<Input extends FieldValues, Output> = Bound<Input, Output> & {
	limitMb?: number;
	camera?: boolean;
	buttonLabel?: string;
};

/** A photo as a `File` (`z.file()`). */
export function FormPhoto<Input extends FieldValues, Output>(props: PhotoProps<Input, Output>) {
	const { label, help, optional, className, limitMb, camera, buttonLabel } = props;
	const { field, error } = useField(props);
	return (
		<Field label={label} help={help} error={error} optional={optional} className={className}>
			{({ "aria-invalid": _, ...control }) => (
				<PhotoInput
					{...control}
					buttonRef={field.ref}
					value={field.value ?? null}
					onChange={field.onChange}
					limitMb={limitMb}
					camera={camera}
					label={buttonLabel}
				/>
			)}
		</Field>
	);
}

/** One to five stars. */
export function FormStars<Input extends FieldValues, Output>(props: Bound<Input, Output>) {
	const { label, help, optional, className } = props;
	const { field, error } = useField(props);
	return (
		<FieldGroup label={label} help={help} error={error} optional={optional} className={className}>
			{({ id: _, ...aria }) => (
				<StarRating
					{...aria}
					value={field.value ?? null}
					onChange={field.onChange}
					onBlur={field.onBlur}
					firstRef={field.ref}
				/>
			)}
		</FieldGroup>
	);
}
