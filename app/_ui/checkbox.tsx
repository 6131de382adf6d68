import { Check } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; help?: ReactNode };

/** The words belong to the target, so that it is as big as a finger. */
export function Checkbox({ label, help, className, ...rest }: CheckboxProps) {
	return (
		<label className={cn("flex min-h-8 cursor-pointer items-start gap-3 py-1 text-body", className)}>
			<span className="relative mt-0.5 inline-flex size-5 shrink-0">
				<input
					type="checkbox"
					className="peer size-5 cursor-pointer appearance-none rounded-sm border border-edge bg-surface transition-colors checked:border-inverse checked:bg-inverse hover:border-ink disabled:opacity-50 aria-invalid:border-bad"
					{...rest}
				/>
				<Check
					aria-hidden
					strokeWidth={3}
					className="pointer-events-none absolute inset-0.5 size-4 text-on-inverse opacity-0 peer-checked:opacity-100"
				/>
			</span>
			<span className="min-w-0">
				{label}
				{help && <span className="block text-muted text-sm">{help}</span>}
			</span>
		</label>
	);
}
