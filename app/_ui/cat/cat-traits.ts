import { coats, type eyes, grounds } from "./pigments";

const breedShapes = {
	mixed: { ears: "pointed", head: "round" },
	british: { ears: "small", head: "broad" },
	persian: { ears: "small", head: "broad" },
	scottishFold: { ears: "folded", head: "broad" },
	maineCoon: { ears: "tufted", head: "square" },
	siberian: { ears: "tufted", head: "round" },
	siamese: { ears: "large", head: "wedge" },
	sphynx: { ears: "large", head: "wedge" },
	bengal: { ears: "pointed", head: "square" },
	russianBlue: { ears: "pointed", head: "wedge" },
} as const;

export type CatCoat = keyof typeof coats;

export const catPatterns = ["solid", "tabby", "bicolor", "tuxedo", "pointed", "calico", "tortie"] as const;
export type CatPattern = (typeof catPatterns)[number];

const keysOf = <Key extends string>(record: Record<Key, unknown>) => Object.keys(record) as Key[];
export const catBreeds = keysOf(breedShapes);
export const catCoats = keysOf(coats);

/** What a profile knows of a cat. A word that is not on the lists is drawn as the seed decides. */
export type CatProfile = { breed?: string | null; coat?: string | null; pattern?: string | null; seed: string };

const gazes = ["round", "calm", "happy", "round", "calm"] as const;

export type CatTraits = {
	ears: "pointed" | "small" | "folded" | "tufted" | "large";
	head: "round" | "broad" | "wedge" | "square";
	coat: CatCoat;
	pattern: CatPattern;
	eyes: keyof typeof eyes;
	gaze: (typeof gazes)[number];
	ground: string;
};

/** The same profile gives the same cat, on every screen and every day. */
export function catTraits({ breed, coat, pattern, seed }: CatProfile): CatTraits {
	const pick = picker(seed);
	const known = {
		breed: pick(catBreeds, breed, "breed"),
		coat: pick(catCoats, coat, "coat"),
		pattern: pick(catPatterns, pattern, "pattern"),
	};
	const pointed = known.pattern === "pointed";
	return {
		...breedShapes[known.breed],
		coat: known.coat,
		pattern: known.pattern,
		eyes: pointed ? "blue" : pick(["amber", "green", "copper"] as const, null, "eyes"),
		gaze: pick(gazes, null, "gaze"),
		ground: pick(grounds, null, "ground"),
	};
}

/** Finds the given word on a list, else lets the seed decide; each aspect draws its own lot. */
const picker =
	(seed: string) =>
	<Choice extends string>(choices: readonly Choice[], given: string | null | undefined, aspect: string): Choice => {
		const found = choices.find((choice) => choice.toLowerCase() === given?.replace(/[\s_-]/g, "").toLowerCase());
		const drawn = choices[hash(`${aspect}:${seed}:${given ?? ""}`) % choices.length];
		return found ?? drawn ?? (choices[0] as Choice);
	};

/** FNV-1a with a final mix, 32 bits: enough to scatter, and the same everywhere. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
	}
	value = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
	return (value ^ (value >>> 15)) >>> 0;
}
