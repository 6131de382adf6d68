import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { LocaleLink } from "../_i18n/navigation";
import { cn } from "./cn";

const linkLook = cva("rounded-sm transition-colors", {
	variants: {
		look: {
			text: "font-medium text-ink underline decoration-edge underline-offset-4 hover:decoration-ink",
			quiet: "text-muted hover:text-ink hover:underline hover:underline-offset-4",
			plain: "",
		},
	},
	defaultVariants: { look: "text" },
});

type LinkProps = ComponentProps<typeof LocaleLink> & VariantProps<typeof linkLook>;

/** A link inside the house; it keeps the language. `plain` has no look of its own (cards, navigation). */
export function Link({ look, className, ...rest }: LinkProps) {
	return <LocaleLink className={cn(linkLook({ look }), className)} {...rest} />;
}
