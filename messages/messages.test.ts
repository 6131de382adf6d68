import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { messages } from "./catalogue";

type Tree = { [key: string]: string | Tree };

const texts = (tree: Tree, parent = ""): [string, string][] =>
	Object.entries(tree).flatMap(([key, value]): [string, string][] => {
		const path = parent ? `${parent}.${key}` : key;
		return typeof value === "string" ? [[path, value]] : texts(value, path);
	});

const en = new Map(texts(messages.en));
const ru = new Map(texts(messages.ru));

/**
 * The names of the values that a text takes: `{name}` and `{count, plural, …}`, also within the branches of the latter.
 * In `{outcome, select, completed {done} …}` the word `done` is a branch's text and no value.
 */
function valuesOf(text: string): string[] {
	const names = new Set<string>();
	const open: ("value" | "branch")[] = [];
	for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
		if (brace === "}") open.pop();
		else if (open.at(-1) === "value") open.push("branch");
		else {
			open.push("value");
			names.add(/^\s*(\w+)/.exec(text.slice(index + 1))?.[1] ?? "?");
		}
	}
	return [...names].sort();
}

const folder = import.meta.dirname;

describe("the texts", () => {
	test("of each file are in the catalogue, in both languages", () => {
		for (const locale of ["en", "ru"] as const) {
			const files = readdirSync(path.join(folder, locale)).map((file) => file.replace(/\.json$/, ""));
			const camel = files.map((file) => file.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));
			expect(Object.keys(messages[locale]).sort()).toEqual(camel.sort());
		}
	});

	test("have the same keys in English and Russian", () => {
		expect([...ru.keys()].sort()).toEqual([...en.keys()].sort());
	});

	test("say something in both languages, and take the same values", () => {
		const empty = [...en.keys()].filter((key) => !en.get(key)?.trim() || !ru.get(key)?.trim());
		const unlike = [...en].filter(([key, text]) => `${valuesOf(text)}` !== `${valuesOf(ru.get(key) ?? "")}`);
		expect(empty).toEqual([]);
		expect(unlike.map(([key]) => key)).toEqual([]);
	});

	test.each(["en", "ru"] as const)("%s: each can be written, with any number", (locale) => {
		const problems: string[] = [];
		const t = createTranslator({
			locale,
			messages: messages[locale] as Tree,
			onError: (error) => problems.push(error.message),
		}) as unknown as { rich: (key: string, values: Record<string, unknown>) => unknown };
		for (const [key, text] of texts(messages[locale])) {
			for (const count of [0, 1, 2, 5, 21]) {
				const values = Object.fromEntries(valuesOf(text).map((name) => [name, count]));
				const tags = [...text.matchAll(/<(\w+)>/g)].map(([, tag]) => [tag, (chunks: unknown) => chunks]);
				t.rich(key, { ...values, ...Object.fromEntries(tags) });
			}
		}
		expect(problems).toEqual([]);
	});

	test("count in Russian by one, few and many", () => {
		const counted = [...ru].filter(([, text]) => /plural,/.test(text) && !/plural,\s*other/.test(text));
		const lacking = counted.filter(
			([, text]) => /few \{|many \{/.test(text) && !(/few \{/.test(text) && /many \{/.test(text)),
		);
		expect(lacking.map(([key]) => key)).toEqual([]);
	});
});

describe("what is due next in the demo", () => {
	const contexts = path.join(folder, "../server/contexts");
	/** Functions that sleep, wait or run by the calendar, by the ids that the time machine names. */
	const timed = readdirSync(contexts, { encoding: "utf8", recursive: true })
		.filter((file) => /\/functions\/[a-z-]+\.ts$/.test(file))
		.map((file) => readFileSync(path.join(contexts, file), "utf8"))
		.filter((source) => /\b(step\.(sleep|sleepUntil|waitForEvent)|cycle)\(/.test(source))
		.flatMap((source) => [...source.matchAll(/\bid: "([a-z-]+\/[a-z-]+)"/g)].map(([, id]) => id ?? ""));

	test.each(["en", "ru"] as const)("%s: has words for every function that has timers, and for no others", (locale) => {
		const { other, ...worded } = messages[locale].demo.timers;
		expect(timed.length).toBeGreaterThan(0);
		expect(Object.keys(worded).sort()).toEqual([...timed].sort());
		expect(other).not.toBe("");
	});
});

describe("refusals", () => {
	const root = path.join(folder, "..");
	const declaring = [
		...readdirSync(path.join(root, "server/contexts"), { encoding: "utf8", recursive: true })
			.filter((file) => /^[a-z]+\/contracts(\.ts$|\/)/.test(file) && file.endsWith(".ts"))
			.map((file) => `server/contexts/${file}`),
		"server/kernel/errors.ts",
		"server/platform/policies/contracts.ts",
	].filter((file) => existsSync(path.join(root, file)));

	test.each(declaring)("each that %s declares has words in both languages", async (file) => {
		const declared = Object.values((await import(path.join(root, file))) as Record<string, unknown>).filter(isRefusals);
		const codes = declared.flatMap(({ context, reasons }) =>
			Object.keys(reasons).map((reason) => `${context}.${reason}`),
		);
		expect(codes.filter((code) => !en.has(`refusals.${code}`) || !ru.has(`refusals.${code}`))).toEqual([]);
	});
});

const isRefusals = (value: unknown): value is { context: string; reasons: Record<string, string> } =>
	typeof value === "object" && value !== null && "context" in value && "reasons" in value && "because" in value;
