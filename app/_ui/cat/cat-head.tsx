import { useId } from "react";
import { Ears, FoldedEars } from "./cat-ears";
import { Gaze } from "./cat-gaze";
import { Folds, Markings } from "./cat-markings";
import type { CatTraits } from "./cat-traits";
import { furOf } from "./fur";

const heads: Record<CatTraits["head"], string> = {
	round: "M10 37C10 25 19 19 32 19s22 6 22 18c0 12-10 18-22 18S10 49 10 37Z",
	broad: "M8 39C8 26 18 20 32 20s24 6 24 19c0 11-11 16.5-24 16.5S8 50 8 39Z",
	plush:
		"M6 41c-1-3 1-5 2-7 2-10 11-14 24-14s22 4 24 14c1 2 3 4 2 7 1 3-1 5-4 6-4 6-12 9-22 9S14 53 10 47c-3-1-5-3-4-6Z",
	wedge: "M12 33c1-10 9-15 20-15s19 5 20 15c1 11-10 23-20 23S11 44 12 33Z",
	square: "M10 36c0-12 9-17.5 22-17.5S54 24 54 36c0 8-4 12.5-10 14.5-3 4-7 6-12 6s-9-2-12-6C14 48.5 10 44 10 36Z",
};

/** Ears, head and face on a field of 64 × 64: a part of larger drawings. */
export function CatHead({ traits }: { traits: CatTraits }) {
	const clip = useId();
	const fur = furOf(traits);
	const head = heads[traits.head];
	return (
		<>
			<Ears kind={traits.ears} fur={fur} />
			<clipPath id={clip}>
				<path d={head} />
			</clipPath>
			<path d={head} fill={fur.base.fur} />
			<g clipPath={`url(#${clip})`}>
				<Markings pattern={traits.pattern} fur={fur} />
				{traits.bald && <Folds fur={fur} />}
			</g>
			{traits.ears === "folded" && <FoldedEars fur={fur} />}
			<Gaze traits={traits} fur={fur} />
		</>
	);
}
