import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui/slot";
import { type ComponentProps, type MouseEvent, type ReactNode, useId } from "react";
import { cn } from "./cn";
import { Spinner } from "./spinner";

export const buttonLook = cva(
	[
		"relative inline-flex shrink-0 select-none items-center justify-center gap-2 rounded-md font-medium",
		"whitespace-nowrap transition-colors [&_svg]:shrink-0",
		"aria-busy:cursor-progress not-aria-busy:aria-disabled:cursor-not-allowed not-aria-busy:aria-disabled:border",
		"not-aria-busy:aria-disabled:border-line not-aria-busy:aria-disabled:bg-sunken not-aria-busy:aria-disabled:text-muted",
	],
	{
		variants: {
			look: {
				primary: "bg-accent text-on-accent not-aria-disabled:hover:bg-accent-hover",
				secondary: "border border-edge bg-surface text-ink not-aria-disabled:hover:bg-hover",
				quiet: "text-ink not-aria-disabled:hover:bg-hover",
				danger: "bg-bad-solid text-on-bad not-aria-disabled:hover:bg-bad-solid-hover",
			},
			size: {
				small: "h-8 px-3 text-sm [&_svg]:size-4",
				place: "h-control px-4 text-body [&_svg]:size-[1.15em]",
				thumb: "h-12 px-5 text-base [&_svg]:size-5",
				hand: "h-16 px-8 text-lg [&_svg]:size-6",
			},
			wide: { true: "w-full" },
		},
		defaultVariants: { look: "secondary", size: "place" },
	},
);

export type ButtonProps = Omit<ComponentProps<"button">, "disabled"> &
	VariantProps<typeof buttonLook> & {
		/** Puts the look on the one child, as on a link. */
		asChild?: boolean;
		/** Under way: keeps its width, tells so, and takes no second press. */
		pending?: boolean;
		/** Why it can't be pressed now. Shown under the button, which stays reachable by keyboard. */
		disabledReason?: ReactNode;
	};

/** The one button. `primary` only for the one main action of a screen; `danger` names what it does. */
export function Button({
	look,
	size,
	wide,
	asChild = false,
	pending = false,
	disabledReason,
	className,
	children,
	onClick,
	type = "button",
	...rest
}: ButtonProps) {
	const reasonId = useId();
	const disabled = Boolean(disabledReason);
	const shared = {
		className: cn(buttonLook({ look, size, wide }), className),
		...(pending && { "aria-busy": true }),
		...((pending || disabled) && { "aria-disabled": true }),
		...(disabled && { "aria-describedby": reasonId }),
		...(pending || disabled ? { onClick: stop } : onClick && { onClick }),
	};
	const button = asChild ? (
		<Slot {...rest} {...shared}>
			{children}
		</Slot>
	) : (
		<button {...rest} {...shared} type={type}>
			{pending ? (
				<>
					<Spinner className="absolute" />
					<span className="inline-flex items-center gap-2 opacity-0">{children}</span>
				</>
			) : (
				children
			)}
		</button>
	);
	if (!disabled) return button;
	return (
		<span className={cn("inline-flex flex-col items-start gap-1", wide && "w-full")}>
			{button}
			<span id={reasonId} className="text-muted text-sm">
				{disabledReason}
			</span>
		</span>
	);
}

const stop = (event: MouseEvent) => event.preventDefault();
