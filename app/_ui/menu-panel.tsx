"use client";

import * as Radix from "radix-ui/dropdown-menu";
import { type ReactNode, Suspense } from "react";
import { cn } from "./cn";

const floating =
	"z-50 min-w-48 animate-rise rounded-md border border-line bg-raised p-1 text-body shadow-float focus:outline-none";

export type MenuProps = { trigger: ReactNode; children: ReactNode; align?: "start" | "end" };

/** The menu once it has been opened: it begins open. */
export function MenuPanel({ trigger, children, align = "end" }: MenuProps) {
	return (
		<Radix.Root modal={false} defaultOpen>
			<Radix.Trigger asChild>{trigger}</Radix.Trigger>
			<Radix.Portal>
				<Radix.Content align={align} sideOffset={6} collisionPadding={12} className={floating}>
					<Suspense fallback={null}>{children}</Suspense>
				</Radix.Content>
			</Radix.Portal>
		</Radix.Root>
	);
}

export type MenuItemProps = {
	children: ReactNode;
	icon?: ReactNode;
	danger?: boolean;
	/** Why it can't be chosen now; shown under its name. */
	disabledReason?: string;
	onSelect?: () => void;
	/** Puts the look on the one child, as on a link. */
	asChild?: boolean;
};

const itemLook =
	"flex min-h-9 w-full items-center gap-2.5 rounded-sm px-2.5 py-1.5 outline-none data-highlighted:bg-hover [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted";

export function MenuItem({ children, icon, danger, disabledReason, onSelect, asChild }: MenuItemProps) {
	if (asChild) {
		return (
			<Radix.Item asChild className={itemLook}>
				{children}
			</Radix.Item>
		);
	}
	return (
		<Radix.Item
			disabled={Boolean(disabledReason)}
			{...(onSelect && { onSelect })}
			className={cn(itemLook, danger && "text-bad [&_svg]:text-bad", disabledReason && "text-muted")}
		>
			{icon}
			<span>
				{children}
				{disabledReason && <span className="block text-xs">{disabledReason}</span>}
			</span>
		</Radix.Item>
	);
}

export type MenuChoiceProps<Value extends string> = {
	label: string;
	value: Value;
	choices: readonly { value: Value; label: string; icon?: ReactNode }[];
	onChoose: (value: Value) => void;
};

/** One of several, with a mark on the chosen. */
export function MenuChoice<Value extends string>({ label, value, choices, onChoose }: MenuChoiceProps<Value>) {
	return (
		<Radix.RadioGroup value={value} aria-label={label}>
			<Radix.Label className="px-2.5 pt-2 pb-1 text-muted text-xs">{label}</Radix.Label>
			{choices.map((choice) => (
				<Radix.RadioItem
					key={choice.value}
					value={choice.value}
					onSelect={() => onChoose(choice.value)}
					className={cn(itemLook, "data-[state=checked]:font-medium")}
				>
					{choice.icon}
					<span className="flex-1">{choice.label}</span>
					<Radix.ItemIndicator>
						<span className="block size-2 rounded-full bg-ink" />
					</Radix.ItemIndicator>
				</Radix.RadioItem>
			))}
		</Radix.RadioGroup>
	);
}

export function MenuSeparator() {
	return <Radix.Separator className="my-1 h-px bg-line" />;
}
