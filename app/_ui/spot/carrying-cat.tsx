import { CatHead } from "../cat/cat-head";
import { catTraits } from "../cat/cat-traits";
import { furOf } from "../cat/fur";

/** The right cat with everything it needs: it comes with a kit in its paws. */
export function CarryingCat({ className }: { className?: string }) {
	const traits = {
		...catTraits({ breed: "siberian", coat: "ginger", pattern: "tabby", seed: "kit" }),
		gaze: "round" as const,
	};
	const fur = furOf(traits);
	return (
		<svg viewBox="0 0 160 120" aria-hidden="true" className={className} data-drawing>
			<ellipse cx="80" cy="113" rx="56" ry="5" className="fill-line" />
			<path d="M106 104c22 2 30-14 22-30" fill="none" stroke={fur.base.dark} strokeWidth="9" strokeLinecap="round" />
			<path d="M52 112c-2-34 8-58 28-58s30 24 28 58Z" fill={fur.base.fur} />
			<path d="M66 112c-1-20 4-32 14-32s15 12 14 32Z" fill={fur.base.light} />
			<g transform="translate(45 2) scale(1.09)">
				<CatHead traits={traits} />
			</g>
			<path d="M46 76h68v32a3 3 0 0 1-3 3H49a3 3 0 0 1-3-3Z" className="fill-warn-tint stroke-edge" strokeWidth="2" />
			<path d="M46 76h68l-6-8H52Z" className="fill-glow stroke-edge" strokeWidth="2" strokeLinejoin="round" />
			<path d="M74 76v12l6-4 6 4V76Z" className="fill-accent" />
			<g fill={fur.base.fur}>
				<rect x="40" y="84" width="20" height="13" rx="6.5" />
				<rect x="100" y="84" width="20" height="13" rx="6.5" />
			</g>
		</svg>
	);
}
