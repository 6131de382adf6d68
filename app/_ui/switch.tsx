"use client";

import * as Radix from "radix-ui/switch";
import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn";

type SwitchProps = Omit<ComponentProps<typeof Radix.Root>, "id"> & { label: ReactNode; help?: ReactNode };

/** For what takes effect at once. Within a form that is sent, take a checkbox. */
export function Switch({ label, help, className, ...rest }: SwitchProps) {
	const id = useId();
	return (
		<div className={cn("flex items-start justify-between gap-4 py-1 text-body", className)}>
			<label htmlFor={id} className="min-w-0 cursor-pointer">
				{label}
				{help && <span className="block text-muted text-sm">{help}</span>}
			</label>
			<Radix.Root
				id={id}
				className="inline-flex h-6 w-10 shrink-0 items-center rounded-full border border-edge bg-sunken px-[3px] transition-colors disabled:opacity-50 data-[state=checked]:border-inverse data-[state=checked]:bg-inverse"
				{...rest}
			>
				<Radix.Thumb className="size-4 rounded-full bg-edge transition-transform data-[state=checked]:translate-x-4 data-[state=checked]:bg-on-inverse" />
			</Radix.Root>
		</div>
	);
}
