import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { extendTailwindMerge } from "tailwind-merge";
import { describe, expect, test } from "vitest";
import { cn } from "./cn";

/** The library with all that it knows, and our one size of text besides. */
const complete = extendTailwindMerge({ extend: { classGroups: { "font-size": [{ text: ["body"] }] } } });

const looksLikeAClass = /^-?[a-z@[][\w\-:[\]()/.%&,>=#!*@+]*$/i;
const withoutModifiers = (word: string): string => word.replace(/^.*:(?![^[]*\])/, "");
const known = (word: string): boolean => complete(`${word} ${word}`) === word;

function classesOfTheHouse(): string[] {
	const words = new Set<string>();
	const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter(
		(file) => /\.tsx?$/.test(file) && !/\.test\.|class-groups/.test(file),
	);
	for (const file of files) {
		for (const [, text] of readFileSync(path.join("app", file), "utf8").matchAll(/["'`]([^"'`\n]{2,400})["'`]/g)) {
			for (const word of (text ?? "").split(/\s+/)) if (looksLikeAClass.test(word)) words.add(withoutModifiers(word));
		}
	}
	return [...words].filter(known);
}

describe("class names are joined", () => {
	test.each([
		["what is given last wins", ["px-4 py-2", "px-6"], "py-2 px-6"],
		["a whole takes away its parts", ["pt-2 pr-1", "p-4"], "p-4"],
		["a part leaves the whole", ["p-4", "pt-2"], "p-4 pt-2"],
		["size and colour of text are two things", ["text-sm", "text-muted", "text-body"], "text-muted text-body"],
		["each state has its own", ["bg-surface hover:bg-hover", "bg-sunken"], "hover:bg-hover bg-sunken"],
		["what nobody knows stays", ["figures card", "figures"], "figures card figures"],
		["nothing is nothing", [false, undefined, null, ""], ""],
	])("%s", (_, given, joined) => expect(cn(...given)).toBe(joined));

	test("two classes of the house contradict each other exactly where the library says so", () => {
		const classes = classesOfTheHouse();
		expect(classes.length).toBeGreaterThan(400);
		const wrong: string[] = [];
		for (const first of classes) {
			for (const second of classes) {
				const pair = `${first} ${second}`;
				if (first !== second && cn(pair) !== complete(pair)) wrong.push(`${pair}: ${cn(pair)}, not ${complete(pair)}`);
			}
		}
		expect(wrong).toEqual([]);
	});
});
