"use client";

import * as Radix from "radix-ui/popover";
import type { ReactNode } from "react";

export type PopoverProps = {
	trigger: ReactNode;
	/** Names the floating part for those who do not see it. */
	label: string;
	children: ReactNode;
	open: boolean;
	onOpenChange: (open: boolean) => void;
};

/** What floats, once it has been asked for. */
export function PopoverPanel({ trigger, label, children, ...rest }: PopoverProps) {
	return (
		<Radix.Root {...rest}>
			<Radix.Trigger asChild>{trigger}</Radix.Trigger>
			<Radix.Portal>
				<Radix.Content
					aria-label={label}
					align="start"
					sideOffset={6}
					collisionPadding={12}
					className="z-50 animate-rise rounded-md border border-line bg-raised p-4 text-body shadow-float focus:outline-none"
				>
					{children}
				</Radix.Content>
			</Radix.Portal>
		</Radix.Root>
	);
}
