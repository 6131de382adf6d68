import { coats, type eyes, grounds } from "./pigments";

const breedShapes = {
	mixed: { ears: "pointed", head: "round" },
	british: { ears: "small", head: "broad" },
	persian: { ears: "small", head: "plush" },
	scottishFold: { ears: "folded", head: "broad" },
	maineCoon: { ears: "tufted", head: "square" },
	siberian: { ears: "tufted", head: "round" },
	siamese: { ears: "large", head: "wedge" },
	sphynx: { ears: "large", head: "wedge" },
	bengal: { ears: "pointed", head: "square" },
	russianBlue: { ears: "pointed", head: "wedge" },
} as const;

/** How cats of a breed are marked. Other breeds come in everything. */
const breedPatterns: Partial<Record<keyof typeof breedShapes, readonly CatPattern[]>> = {
	british: ["solid", "solid", "tabby", "bicolor"],
	persian: ["solid", "bicolor", "tabby"],
	scottishFold: ["tabby", "solid", "bicolor"],
	maineCoon: ["tabby", "tabby", "tuxedo", "bicolor"],
	siberian: ["tabby", "bicolor", "solid"],
	siamese: ["pointed"],
	sphynx: ["solid", "bicolor"],
	bengal: ["spotted"],
	russianBlue: ["solid"],
	mixed: ["tabby", "bicolor", "tuxedo", "solid"],
};
/** These patterns have colours of their own, and hide a coat that is known. */
const patternsOfCoat: Partial<Record<CatCoat, readonly CatPattern[]>> = { white: ["calico"], black: ["tortie"] };

export type CatCoat = keyof typeof coats;

const drawnPatterns = ["solid", "tabby", "bicolor", "tuxedo", "pointed", "calico", "tortie"] as const;
export const catPatterns = [...drawnPatterns, "spotted"] as const;
export type CatPattern = (typeof catPatterns)[number];

const keysOf = <Key extends string>(record: Record<Key, unknown>) => Object.keys(record) as Key[];
export const catBreeds = keysOf(breedShapes);
export const catCoats = keysOf(coats);

/** What a profile knows of a cat. A word that is not on the lists is drawn as the seed decides. */
export type CatProfile = { breed?: string | null; coat?: string | null; pattern?: string | null; seed: string };

const gazes = ["round", "calm", "happy", "round", "calm"] as const;

export type CatTraits = {
	ears: "pointed" | "small" | "folded" | "tufted" | "large";
	head: "round" | "broad" | "plush" | "wedge" | "square";
	/** No fur, but folds. */
	bald: boolean;
	coat: CatCoat;
	pattern: CatPattern;
	eyes: keyof typeof eyes;
	gaze: (typeof gazes)[number];
	ground: string;
};

/** The same profile gives the same cat, on every screen and every day. */
export function catTraits({ breed, coat, pattern, seed }: CatProfile): CatTraits {
	const pick = picker(seed);
	const [asBreed, asCoat] = [among(catBreeds, breed), among(catCoats, coat)];
	const known = {
		breed: pick(catBreeds, breed, "breed"),
		coat: pick(catCoats, coat, "coat"),
		pattern: among(catPatterns, pattern) ?? pick(patternsOf(asBreed, asCoat), pattern, "pattern"),
	};
	const pointed = known.pattern === "pointed";
	return {
		...breedShapes[known.breed],
		bald: known.breed === "sphynx",
		coat: known.coat,
		pattern: known.pattern,
		eyes: pointed ? "blue" : pick(["amber", "green", "copper"] as const, null, "eyes"),
		gaze: pick(gazes, null, "gaze"),
		ground: pick(grounds, null, "ground"),
	};
}

/** What a cat may be marked with, by what is known of it; of a cat unknown, anything. */
function patternsOf(breed: keyof typeof breedShapes | undefined, coat: CatCoat | undefined): readonly CatPattern[] {
	if (!breed) return drawnPatterns;
	const own = breedPatterns[breed] ?? drawnPatterns;
	return breed === "mixed" && coat ? [...own, ...(patternsOfCoat[coat] ?? [])] : own;
}

const among = <Choice extends string>(choices: readonly Choice[], given: string | null | undefined) =>
	choices.find((choice) => choice.toLowerCase() === given?.replace(/[\s_-]/g, "").toLowerCase());

/** Finds the given word on a list, else lets the seed decide; each aspect draws its own lot. */
const picker =
	(seed: string) =>
	<Choice extends string>(choices: readonly Choice[], given: string | null | undefined, aspect: string): Choice => {
		const found = among(choices, given);
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
