import { useId } from "react";
import { Ears } from "./cat-ears";
import { Gaze } from "./cat-gaze";
import { Markings } from "./cat-markings";
import { type CatProfile, type CatTraits, catTraits } from "./cat-traits";
import { coats, white } from "./pigments";

const heads: Record<CatTraits["head"], string> = {
	round: "M10 37C10 25 19 19 32 19s22 6 22 18c0 12-10 18-22 18S10 49 10 37Z",
	broad: "M8 39C8 26 18 20 32 20s24 6 24 19c0 11-11 16.5-24 16.5S8 50 8 39Z",
	wedge: "M12 33c1-10 9-15 20-15s19 5 20 15c1 11-10 23-20 23S11 44 12 33Z",
	square:
		"M10 36c0-12 9-17.5 22-17.5S54 24 54 36c0 7-3 11-9 12.5C43 54 38 56.5 32 56.5S21 54 19 48.5C13 47 10 43 10 36Z",
};

/**
 * A cat's face drawn from its profile: breed gives ears and head, coat and pattern the fur, the seed all that is left.
 * Decoration beside a name; where it stands alone, `Avatar` names it.
 */
export function CatFace({ className, ...profile }: CatProfile & { className?: string }) {
	const clip = useId();
	const traits = catTraits(profile);
	const coat = traits.pattern === "calico" ? white : coats[traits.coat];
	return (
		<svg viewBox="0 0 64 64" aria-hidden="true" className={className} data-drawing>
			<circle cx="32" cy="32" r="32" fill={traits.ground} />
			<Ears traits={traits} coat={coat} />
			<clipPath id={clip}>
				<path d={heads[traits.head]} />
			</clipPath>
			<path d={heads[traits.head]} fill={coat.fur} />
			<g clipPath={`url(#${clip})`}>
				<Markings pattern={traits.pattern} coat={coat} />
			</g>
			<Gaze traits={traits} coat={coat} />
		</svg>
	);
}
