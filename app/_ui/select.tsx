import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlLook } from "./text-input";

export type Choice<Value extends string = string> = { value: Value; label: string; disabled?: boolean };

type SelectProps = ComponentProps<"select"> & {
	choices: readonly Choice[];
	/** Shown until something is chosen. */
	placeholder?: string;
};

/** The system's own list: the best one on every phone, and it works before any script has come. */
export function Select({ choices, placeholder, className, ...rest }: SelectProps) {
	return (
		<span className="relative block">
			<select className={cn(controlLook, "h-control appearance-none truncate pr-9 pl-3", className)} {...rest}>
				{placeholder !== undefined && <option value="">{placeholder}</option>}
				{choices.map((choice) => (
					<option key={choice.value} value={choice.value} disabled={choice.disabled}>
						{choice.label}
					</option>
				))}
			</select>
			<ChevronDown
				aria-hidden
				className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted"
			/>
		</span>
	);
}
