import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CatFace } from "./cat-face";
import { catBreeds, catCoats, catPatterns, catTraits } from "./cat-traits";

const drawn = (profile: Parameters<typeof catTraits>[0]) => renderToStaticMarkup(<CatFace {...profile} />);

describe("a cat's face", () => {
	test("is the same each time it is drawn", () => {
		const profile = { breed: "siamese", coat: "cream", pattern: "pointed", seed: "0198a6f2-murzik" };
		expect(drawn(profile)).toBe(drawn({ ...profile }));
	});

	test("has stayed what it was: these cats are known by their faces", () => {
		expect(catTraits({ seed: "Murzik" })).toMatchInlineSnapshot(`
			{
			  "bald": false,
			  "coat": "grey",
			  "ears": "pointed",
			  "eyes": "amber",
			  "gaze": "round",
			  "ground": "#e6dcea",
			  "head": "round",
			  "pattern": "bicolor",
			}
		`);
		expect(catTraits({ breed: "maineCoon", coat: "ginger", pattern: "tabby", seed: "Busya" })).toMatchInlineSnapshot(`
			{
			  "bald": false,
			  "coat": "ginger",
			  "ears": "tufted",
			  "eyes": "green",
			  "gaze": "calm",
			  "ground": "#d7e4ee",
			  "head": "square",
			  "pattern": "tabby",
			}
		`);
	});

	test("differs from breed to breed, coat to coat and pattern to pattern", () => {
		const faces = (profiles: { breed?: string; coat?: string; pattern?: string }[]) =>
			new Set(
				profiles.map((profile) => drawn({ breed: "mixed", coat: "grey", pattern: "solid", seed: "x", ...profile })),
			).size;
		expect(faces(catCoats.map((coat) => ({ coat })))).toBe(catCoats.length);
		expect(faces(catPatterns.map((pattern) => ({ pattern })))).toBe(catPatterns.length);
		expect(faces(catBreeds.map((breed) => ({ breed })))).toBeGreaterThanOrEqual(7);
	});

	test("is marked as its breed is, and in its own coat", () => {
		const patterns = (breed: string, coat: string) =>
			new Set(Array.from({ length: 40 }, (_, seed) => catTraits({ breed, coat, seed: `${seed}` }).pattern));
		expect([...patterns("siamese", "chocolate")]).toEqual(["pointed"]);
		expect([...patterns("bengal", "brown")]).toEqual(["spotted"]);
		expect([...patterns("russian-blue", "grey")]).toEqual(["solid"]);
		for (const pattern of ["calico", "tortie", "pointed"]) expect(patterns("mixed", "grey")).not.toContain(pattern);
		expect(patterns("mixed", "black")).toContain("tortie");
	});

	test("takes breed and coat however they are written", () => {
		const plain = catTraits({ breed: "maineCoon", coat: "ginger", pattern: "solid", seed: "x" });
		expect(catTraits({ breed: "Maine Coon", coat: "GINGER", pattern: "solid", seed: "x" })).toEqual(plain);
		expect(catTraits({ breed: "maine-coon", coat: "ginger", pattern: "Solid", seed: "x" })).toEqual(plain);
	});

	test("is drawn for any word at all, the same for the same word", () => {
		for (const odd of ["", "дворовый", "🐈", "x".repeat(10_000), "__proto__", "constructor"]) {
			const profile = { breed: odd, coat: odd, pattern: odd, seed: odd };
			expect(drawn(profile)).toContain("<svg");
			expect(catTraits(profile)).toEqual(catTraits({ ...profile }));
		}
	});

	test("scatters: a hundred workers do not look like ten", () => {
		const looks = new Set(
			Array.from({ length: 100 }, (_, seed) => JSON.stringify(catTraits({ seed: `worker ${seed}` }))),
		);
		expect(looks.size).toBeGreaterThan(90);
	});
});
