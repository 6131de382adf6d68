import { describe, expect, it } from "vitest";
import { testContent } from "@/server/contexts/hiring/contracts/tests";
import { firstTraits } from "../traits";
import { firstContents } from ".";

describe.each(firstContents)("the test $title.en", (content) => {
	const questions = content.sections.flatMap((section) => section.questions);

	it("can be published as it stands", () => expect(testContent.parse(content)).toEqual(content));

	it("speaks for traits that are on the list, with each of its questions", () => {
		const known = new Set(firstTraits.map(({ key }) => key));
		for (const { key, traits } of questions) {
			expect(traits.length, key).toBeGreaterThan(0);
			expect(traits.filter(({ trait }) => !known.has(trait))).toEqual([]);
		}
	});
});

it("the library has a question of every kind", () => {
	const kinds = firstContents
		.flatMap(({ sections }) => sections.flatMap(({ questions }) => questions))
		.map(({ kind }) => kind);
	expect([...new Set(kinds)].sort()).toEqual(
		["long", "multiple", "number", "order", "photo", "reaction", "short", "single"].sort(),
	);
});
