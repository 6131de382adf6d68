import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

const iconButtonLook = cva(
	"inline-flex shrink-0 items-center justify-center rounded-md transition-colors disabled:opacity-50",
	{
		variants: {
			look: {
				quiet: "text-muted hover:bg-hover hover:text-ink",
				secondary: "border border-edge bg-surface text-ink hover:bg-hover",
			},
			size: {
				small: "size-8 [&_svg]:size-4",
				place: "size-control [&_svg]:size-5",
				thumb: "size-12 [&_svg]:size-6",
			},
		},
		defaultVariants: { look: "quiet", size: "place" },
	},
);

type IconButtonProps = Omit<ComponentProps<"button">, "aria-label" | "children"> &
	VariantProps<typeof iconButtonLook> & {
		/** What it does, for those who do not see the icon; also its tooltip. */
		label: string;
		icon: ReactNode;
	};

/** A button that is only an icon, and so must have a name. */
export function IconButton({ label, icon, look, size, className, type = "button", ...rest }: IconButtonProps) {
	return (
		<button
			type={type}
			aria-label={label}
			title={label}
			className={cn(iconButtonLook({ look, size }), className)}
			{...rest}
		>
			{icon}
		</button>
	);
}
