import { CatHead } from "../cat/cat-head";
import { type CatProfile, catTraits } from "../cat/cat-traits";
import { furOf } from "../cat/fur";

const toes = [-5, 0, 5];

/** A cat that looks over the edge of what is below it: its lower end lies on that edge. */
export function PeekingCat({ className, ...profile }: CatProfile & { className?: string }) {
	const traits = catTraits(profile);
	const fur = furOf(traits);
	const paw = (
		<>
			<rect x="-10" y="0" width="20" height="15" rx="9" fill={fur.base.fur} />
			{toes.map((x) => (
				<path key={x} d={`M${x} 9v5`} stroke={fur.base.dark} strokeWidth="1.2" strokeLinecap="round" />
			))}
		</>
	);
	return (
		<svg viewBox="0 0 120 72" aria-hidden="true" className={className} data-drawing>
			<path d="M26 72c0-24 14-38 34-38s34 14 34 38Z" fill={fur.base.fur} />
			<g transform="translate(24 -6) scale(1.12)">
				<CatHead traits={traits} />
			</g>
			<g transform="translate(22 57)">{paw}</g>
			<g transform="translate(98 57)">{paw}</g>
		</svg>
	);
}
