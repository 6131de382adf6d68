import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FormatProvider } from "@/app/_ui/format/format-provider";
import { messages } from "@/messages/catalogue";
import { indexSteps } from "@/scripts/lib/index-steps.mjs";
import { listSteps } from "@/server/contexts/matching/queries/list-steps";
import { added, type Entry, type StepInfo } from "./chain";
import { ChainFlow } from "./chain-flow";

const steps = path.resolve("server/contexts/matching/steps");
const planted = path.resolve("test-results/planted-steps");

/** The one file that a developer writes. It knows nothing of the editor, and the editor nothing of it. */
const FULL_MOON = `
import { z } from "zod";
import { defineScore } from "../domain/step";
const label = (en: string, ru: string) => ({ label: { en, ru } });
export const fullMoon = defineScore({
	id: "full-moon",
	version: 1,
	name: { en: "Full moon", ru: "Полнолуние" },
	about: { en: "Cats know.", ru: "Коты знают." },
	params: z.strictObject({
		nights: z.int().min(1).max(3).default(2).meta(label("Nights around it", "Ночей вокруг")),
		howling: z.boolean().default(true).meta(label("Howling counts", "Вой считается")),
		phase: z.enum(["waxing", "waning"]).default("waning").meta(label("Phase", "Фаза")),
		omen: z.string().default("an owl").meta(label("Omen", "Примета")),
	}),
	values: (samples) => samples.map(() => 1),
});
`;

let known: StepInfo[];
beforeAll(async () => {
	mkdirSync(planted, { recursive: true });
	for (const name of readdirSync(steps).filter((file) => !file.includes(".test.")))
		cpSync(path.join(steps, name), path.join(planted, name));
	writeFileSync(path.join(planted, "full-moon.ts"), FULL_MOON);
	indexSteps(planted);
	for (const name of readdirSync(planted)) {
		const file = path.join(planted, name);
		writeFileSync(file, readFileSync(file, "utf8").replaceAll('"../domain/', '"@/server/contexts/matching/domain/'));
	}
	const found = await import(/* @vite-ignore */ path.join(planted, "index.ts"));
	// As it reaches a browser.
	known = JSON.parse(JSON.stringify(listSteps(found.steps)));
});
afterAll(() => rmSync(planted, { recursive: true }));

/** Nothing is asked: what is drawn is given. */
const queries = new QueryClient();
const nothing = () => undefined;
const deeds = { change: nothing, move: nothing, remove: nothing, put: nothing };

function drawn(locale: "en" | "ru", entries: Entry[]): string {
	return renderToStaticMarkup(
		<NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="UTC">
			<QueryClientProvider client={queries}>
				<FormatProvider settings={{ sign: "₡", timeZone: "UTC", now: new Date(0) }}>
					<ChainFlow entries={entries} known={known} troubles={[]} funnel={null} all={0} deeds={deeds}>
						end
					</ChainFlow>
				</FormatProvider>
			</QueryClientProvider>
		</NextIntlClientProvider>,
	);
}

describe("a step that is one new file", () => {
	it("is offered, and put where steps of its kind stand, with what each parameter begins with", () => {
		const info = known.find(({ step }) => step === "full-moon");
		expect(info).toMatchObject({ kind: "score", newest: true, about: { en: "Cats know." } });
		const [entry] = info ? added([], info, known, "key") : [];
		expect(entry).toMatchObject({ weight: 1, params: { nights: 2, howling: true, phase: "waning", omen: "an owl" } });
	});

	it.each([
		["en", "Full moon", ["Nights around it", "Howling counts", "Phase", "Omen"]],
		["ru", "Полнолуние", ["Ночей вокруг", "Вой считается", "Фаза", "Примета"]],
	] as const)("stands in the editor with a form made of its schema (%s)", (locale, name, labels) => {
		const info = known.find(({ step }) => step === "full-moon");
		const html = drawn(locale, info ? added([], info, known, "key") : []);
		expect(html).toContain(`data-step="full-moon"`);
		for (const words of [name, ...labels]) expect(html).toContain(words);
		expect(html).toMatch(/<input[^>]*value="2"/);
		expect(html).toMatch(/<input[^>]*type="checkbox"[^>]*checked/);
		expect(html).toMatch(/<option[^>]*selected[^>]*>waning</);
		expect(html).toMatch(/<input[^>]*value="an owl"/);
	});
});
