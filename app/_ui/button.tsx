import type { VariantProps } from "class-variance-authority";
import { type ComponentProps, type MouseEvent, type ReactNode, useId } from "react";
import { AsChild } from "./as-child";
import { buttonLook } from "./button-look";
import { cn } from "./cn";
import { Spinner } from "./spinner";

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
		<AsChild {...rest} {...shared}>
			{children}
		</AsChild>
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
