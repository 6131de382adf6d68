import { Check } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { cn } from "./cn";

export type RadioCard = {
	value: string;
	title: ReactNode;
	help?: ReactNode;
	/** At the right end, as a price. */
	aside?: ReactNode;
	icon?: ReactNode;
	/** Why it can't be chosen; shown in the card. */
	disabledReason?: string;
};

type RadioCardsProps = {
	name: string;
	cards: readonly RadioCard[];
	value?: string;
	defaultValue?: string;
	onChange?: (value: string) => void;
	onBlur?: () => void;
	columns?: 1 | 2 | 3;
	/** Where the form puts the focus when this is wrong. */
	firstRef?: Ref<HTMLInputElement>;
	"aria-invalid"?: true;
	"aria-describedby"?: string;
};

const grids = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-2 lg:grid-cols-3" };

/** One of a few things that deserve a description each, such as service types with their prices. Wrap in a `FieldGroup`. */
export function RadioCards({ name, cards, value, defaultValue, onChange, columns = 1, ...rest }: RadioCardsProps) {
	const { onBlur, firstRef, ...aria } = rest;
	return (
		<div className={cn("grid gap-3", grids[columns])}>
			{cards.map((card, index) => (
				<label
					key={card.value}
					className={cn(
						"group relative flex min-h-control cursor-pointer items-start gap-3 rounded-md border border-line bg-surface p-4 transition-colors",
						"hover:border-edge has-checked:border-ink has-checked:ring-1 has-checked:ring-ink has-enabled:has-aria-invalid:border-bad",
						"has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2",
						card.disabledReason && "cursor-not-allowed bg-sunken hover:border-line",
					)}
				>
					<input
						type="radio"
						ref={index === 0 ? firstRef : undefined}
						name={name}
						value={card.value}
						disabled={Boolean(card.disabledReason)}
						className="peer sr-only"
						onBlur={onBlur}
						{...(value === undefined
							? { defaultChecked: card.value === defaultValue }
							: { checked: card.value === value })}
						onChange={() => onChange?.(card.value)}
						{...aria}
					/>
					{card.icon && <span className="mt-0.5 text-muted [&_svg]:size-5">{card.icon}</span>}
					<span className="min-w-0 flex-1">
						<span className="flex items-baseline justify-between gap-3">
							<span className="min-w-0 font-medium">{card.title}</span>
							{card.aside && (
								<span data-figures className="shrink-0 font-medium">
									{card.aside}
								</span>
							)}
						</span>
						{card.help && <span className="mt-1 block text-muted text-sm">{card.help}</span>}
						{card.disabledReason && <span className="mt-1 block text-sm text-warn">{card.disabledReason}</span>}
					</span>
					<span
						aria-hidden
						className="mt-0.5 inline-flex size-5 shrink-0 items-center justify-center rounded-full border border-edge group-has-checked:border-inverse group-has-checked:bg-inverse group-has-disabled:invisible"
					>
						<Check strokeWidth={3} className="size-3 text-on-inverse opacity-0 group-has-checked:opacity-100" />
					</span>
				</label>
			))}
		</div>
	);
}
