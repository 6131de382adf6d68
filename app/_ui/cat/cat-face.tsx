import { useId } from "react";
import { Ears, FoldedEars } from "./cat-ears";
import { Gaze } from "./cat-gaze";
import { Markings } from "./cat-markings";
import { type CatProfile, type CatTraits, catTraits } from "./cat-traits";
import { furOf } from "./fur";

const heads: Record<CatTraits["head"], string> = {
	round: "M10 37C10 25 19 19 32 19s22 6 22 18c0 12-10 18-22 18S10 49 10 37Z",
	broad: "M8 39C8 26 18 20 32 20s24 6 24 19c0 11-11 16.5-24 16.5S8 50 8 39Z",
	wedge: "M12 33c1-10 9-15 20-15s19 5 20 15c1 11-10 23-20 23S11 44 12 33Z",
	square: "M10 36c0-12 9-17.5 22-17.5S54 24 54 36c0 8-4 12.5-10 14.5-3 4-7 6-12 6s-9-2-12-6C14 48.5 10 44 10 36Z",
};

/**
 * A cat's face drawn from its profile: breed gives ears and head, coat and pattern the fur, the seed all that is left.
 * Decoration beside a name; where it stands alone, `Avatar` names it.
 */
export function CatFace({ className, ...profile }: CatProfile & { className?: string }) {
	const clip = useId();
	const traits = catTraits(profile);
	const fur = furOf(traits);
	const head = heads[traits.head];
	return (
		<svg viewBox="0 0 64 64" aria-hidden="true" className={className} data-drawing>
			<circle cx="32" cy="32" r="32" fill={traits.ground} />
			<Ears kind={traits.ears} fur={fur} />
			<clipPath id={clip}>
				<path d={head} />
			</clipPath>
			<path d={head} fill={fur.base.fur} />
			<g clipPath={`url(#${clip})`}>
				<Markings pattern={traits.pattern} fur={fur} />
			</g>
			{traits.ears === "folded" && <FoldedEars fur={fur} />}
			<Gaze traits={traits} fur={fur} />
		</svg>
	);
}
