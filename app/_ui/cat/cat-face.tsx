import { CatHead } from "./cat-head";
import { type CatProfile, catTraits } from "./cat-traits";

/**
 * A cat's face drawn from its profile: breed gives ears and head, coat and pattern the fur, the seed all that is left.
 * Decoration beside a name; where it stands alone, `Avatar` names it.
 */
export function CatFace({ className, ...profile }: CatProfile & { className?: string }) {
	const traits = catTraits(profile);
	return (
		<svg viewBox="0 0 64 64" aria-hidden="true" className={className} data-drawing>
			<circle cx="32" cy="32" r="32" fill={traits.ground} />
			<CatHead traits={traits} />
		</svg>
	);
}
