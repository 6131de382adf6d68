import type { CatTraits } from "./cat-traits";
import { type Coat, coats, white } from "./pigments";

/** Which colour goes where, by coat and pattern. */
export type Fur = {
	base: Coat;
	ears: { left: string; right: string };
	/** The dark face of a pointed cat. */
	mask: Coat;
	/** What mouth, whiskers and nose lie on. */
	muzzle: Coat;
	eyeLine: string;
};

const pale: readonly CatTraits["coat"][] = ["white", "cream", "lilac"];

export function furOf({ coat, pattern }: CatTraits): Fur {
	const own = coats[coat];
	const plain: Fur = { base: own, ears: { left: own.fur, right: own.fur }, mask: own, muzzle: own, eyeLine: own.line };
	switch (pattern) {
		case "solid":
		case "tabby":
		case "spotted":
			return plain;
		case "bicolor":
		case "tuxedo":
			return { ...plain, muzzle: white };
		case "pointed": {
			const mask = pale.includes(coat) ? coats.chocolate : own;
			return {
				...plain,
				base: coats.cream,
				ears: { left: mask.fur, right: mask.fur },
				mask,
				muzzle: mask,
				eyeLine: mask.line,
			};
		}
		case "calico":
			return {
				...plain,
				base: white,
				ears: { left: coats.ginger.fur, right: coats.black.fur },
				muzzle: white,
				eyeLine: white.line,
			};
		case "tortie":
			return {
				...plain,
				base: coats.black,
				ears: { left: coats.black.fur, right: coats.ginger.fur },
				muzzle: coats.ginger,
				eyeLine: coats.cream.line,
			};
	}
}
