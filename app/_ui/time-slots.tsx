import type { Ref } from "react";
import { cn } from "./cn";
import { Notice } from "./notice";

type Slot = { value: string; label: string /** Why not; such a time is crossed out. */; disabledReason?: string };

type TimeSlotsProps = {
	name: string;
	slots: readonly Slot[];
	value: string | null;
	onChange: (value: string) => void;
	onBlur?: () => void;
	/** Said when there is nothing to choose. */
	emptyText: string;
	/** Where the form puts the focus when this is wrong. */
	firstRef?: Ref<HTMLInputElement>;
	"aria-invalid"?: true;
	"aria-describedby"?: string;
};

/** The times that are possible on a day, as buttons under a finger. Wrap in a `FieldGroup`. */
export function TimeSlots({ name, slots, value, onChange, onBlur, emptyText, firstRef, ...aria }: TimeSlotsProps) {
	if (slots.length === 0) return <Notice tone="info">{emptyText}</Notice>;
	return (
		<div className="grid grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))] gap-2">
			{slots.map((slot, index) => (
				<label
					key={slot.value}
					title={slot.disabledReason}
					className={cn(
						"figures flex h-control cursor-pointer items-center justify-center rounded-md border border-edge bg-surface text-body transition-colors hover:bg-hover",
						"has-checked:border-inverse has-checked:bg-inverse has-checked:font-medium has-checked:text-on-inverse",
						"has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2",
						slot.disabledReason && "cursor-not-allowed border-line bg-sunken text-muted line-through hover:bg-sunken",
					)}
				>
					<input
						type="radio"
						ref={index === 0 ? firstRef : undefined}
						name={name}
						value={slot.value}
						checked={slot.value === value}
						disabled={Boolean(slot.disabledReason)}
						onChange={() => onChange(slot.value)}
						onBlur={onBlur}
						className="sr-only"
						{...aria}
					/>
					{slot.label}
					{slot.disabledReason && <span className="sr-only">, {slot.disabledReason}</span>}
				</label>
			))}
		</div>
	);
}
