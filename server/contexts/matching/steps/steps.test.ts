import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { indexOfSteps, indexSteps } from "@/scripts/lib/index-steps.mjs";
import { defineScore } from "../domain/step";
import { listSteps } from "../queries/list-steps";
import { steps } from ".";

const folder = path.resolve("server/contexts/matching/steps");
const files = readdirSync(folder).filter(
	(name) => name.endsWith(".ts") && !name.startsWith("_") && name !== "index.ts",
);

describe("the list of all steps", () => {
	it("is made of the files, and is up to date", () => {
		expect(readFileSync(path.join(folder, "index.ts"), "utf8")).toBe(indexOfSteps());
	});

	it("has a step in every file, a test for every file, and no step twice", () => {
		const tested = files.filter((name) => name.endsWith(".test.ts")).map((name) => name.replace(".test", ""));
		const written = files.filter((name) => !name.includes(".test."));
		expect([...tested.filter((name) => name !== "steps.ts")].sort()).toEqual(written.sort());
		const named = steps.map(({ id, version }) => `${id} ${version}`);
		expect(new Set(named).size).toBe(named.length);
		expect(new Set(steps.map(({ id }) => id)).size).toBe(written.length);
	});

	it("takes a new step in by its file alone", () => {
		const copy = mkdtempSync(path.join(tmpdir(), "steps-"));
		for (const name of readdirSync(folder)) copyFileSync(path.join(folder, name), path.join(copy, name));
		writeFileSync(path.join(copy, "full-moon.ts"), "export const fullMoon = {};");
		expect(indexSteps(copy)).toBe(true);
		expect(indexSteps(copy)).toBe(false);
		expect(readFileSync(path.join(copy, "index.ts"), "utf8")).toContain('import * as fullMoon from "./full-moon";');
		rmSync(copy, { recursive: true });
	});
});

describe("what the editor is told of a step", () => {
	it("has a name, words and a form whose fields are called something, in both languages", () => {
		for (const { step, name, about, params } of listSteps()) {
			for (const words of [name, about])
				expect([step, words.en.length > 2, words.ru.length > 2]).toEqual([step, true, true]);
			for (const field of Object.values(params.properties ?? {})) {
				const both = { en: expect.any(String), ru: expect.any(String) };
				expect(field).toMatchObject({ label: both });
				const choices = typeof field === "object" ? (field.enum ?? []) : [];
				if (choices.length > 0)
					expect(field).toMatchObject({ words: Object.fromEntries(choices.map((one) => [one, both])) });
			}
		}
	});

	it("is all there as soon as the step is", () => {
		const fullMoon = defineScore({
			...{ id: "full-moon", version: 1, name: { en: "Full moon", ru: "Полнолуние" } },
			about: { en: "Cats know.", ru: "Коты знают." },
			params: z.strictObject({
				nights: z
					.int()
					.min(1)
					.max(3)
					.default(2)
					.meta({ label: { en: "Nights", ru: "Ночей" } }),
			}),
			values: (samples) => samples.map(() => 1),
		});
		expect(listSteps([...steps, fullMoon]).find(({ step }) => step === "full-moon")).toMatchObject({
			...{ kind: "score", newest: true, gives: "full-moon", defaults: { nights: 2 } },
			params: { properties: { nights: { type: "integer", minimum: 1, maximum: 3, label: { en: "Nights" } } } },
		});
	});
});
