import { cva } from "class-variance-authority";

/** What makes a link or a bare button look like a `Button`. */
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
				small: "h-8 px-3 text-sm [&_svg:not([data-drawing])]:size-4",
				place: "h-control px-4 text-body [&_svg:not([data-drawing])]:size-[1.15em]",
				thumb: "h-12 px-5 text-base [&_svg:not([data-drawing])]:size-5",
				hand: "h-16 px-8 text-lg [&_svg:not([data-drawing])]:size-6",
			},
			wide: { true: "w-full" },
		},
		defaultVariants: { look: "secondary", size: "place" },
	},
);
