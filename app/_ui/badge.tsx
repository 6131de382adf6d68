import { cva, type VariantProps } from "class-variance-authority";
import { Check, Circle, CircleDot, Clock, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

const badgeLook = cva(
	"inline-flex max-w-full items-center gap-1.5 rounded-full px-2.5 py-0.5 font-medium text-xs [&_svg]:size-3.5 [&_svg]:shrink-0",
	{
		variants: {
			tone: {
				neutral: "bg-sunken text-ink",
				good: "bg-good-tint text-good",
				warn: "bg-warn-tint text-warn",
				bad: "bg-bad-tint text-bad",
				info: "bg-info-tint text-info",
			},
			size: { small: "", large: "px-3 py-1 text-sm [&_svg]:size-4", hand: "px-4 py-2 text-lg [&_svg]:size-6" },
		},
		defaultVariants: { tone: "neutral", size: "small" },
	},
);

export type Tone = NonNullable<VariantProps<typeof badgeLook>["tone"]>;

type BadgeProps = VariantProps<typeof badgeLook> & { children: ReactNode; icon?: LucideIcon; className?: string };

/** A short word about a thing. */
export function Badge({ tone, size, icon: Icon, className, children }: BadgeProps) {
	return (
		<span className={cn(badgeLook({ tone, size }), className)}>
			{Icon && <Icon aria-hidden />}
			<span className="truncate">{children}</span>
		</span>
	);
}

const toneIcons: Record<Tone, LucideIcon> = {
	neutral: Circle,
	good: Check,
	warn: Clock,
	bad: TriangleAlert,
	info: CircleDot,
};

type StatusPillProps = {
	tone: Tone;
	children: string;
	icon?: LucideIcon;
	size?: BadgeProps["size"];
	className?: string;
};

/** A state: always tone, icon and word, so that it's read without colour too. */
export function StatusPill({ tone, icon, children, ...rest }: StatusPillProps) {
	return (
		<Badge tone={tone} icon={icon ?? toneIcons[tone]} {...rest}>
			{children}
		</Badge>
	);
}
