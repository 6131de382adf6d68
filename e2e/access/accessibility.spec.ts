import { readdirSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "../_support/test";
import { addressOf, pages } from "../pages/every-page";
import { whatIsThere } from "../pages/known";
import { signIn } from "../pages/people";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const both = ["light", "dark"] as const;
/** Every pair of language and theme in the long run; else each language and each theme once. */
const themesOf = process.env.LONG_TESTS ? { en: both, ru: both } : { en: ["light"] as const, ru: ["dark"] as const };
const locales = ["en", "ru"] as const;

for (const [name, page] of Object.entries(pages)) {
	test(`${name}: axe finds nothing, in both themes and both languages`, async ({ browser, baseURL }) => {
		test.setTimeout(120_000);
		const address = addressOf(page, await whatIsThere(browser, baseURL));
		const found: string[] = [];
		const context = await browser.newContext({ baseURL, reducedMotion: "reduce" });
		if (page.as) await signIn(context, page.as);
		const tab = await context.newPage();
		for (const locale of locales) {
			const prefix = locale === "ru" ? "/ru" : "";
			const answer = await tab.goto(address === "/" ? prefix || "/" : prefix + address);
			expect(answer?.status(), address).toBe(200);
			await expect(tab.getByRole("main")).toBeVisible();
			await expect(tab.getByRole("heading", { level: 1 })).toHaveCount(1);
			for (const colorScheme of themesOf[locale]) {
				await tab.emulateMedia({ colorScheme });
				const { violations } = await new AxeBuilder({ page: tab }).withTags(tags).analyze();
				found.push(
					...violations.map(
						({ id, nodes }) =>
							`${colorScheme} ${locale}: ${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
					),
				);
			}
		}
		await context.close();
		expect(found).toEqual([]);
	});
}

test("every page of the house is looked at", () => {
	const folders = readdirSync("app/[locale]", { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith("/page.tsx"))
		.map((file) => `/${file.replace("/page.tsx", "")}`);
	const seen = new Set(Object.values(pages).map(({ folder }) => folder));
	expect(folders.filter((folder) => !seen.has(folder) && folder !== "/[...rest]")).toEqual([]);
});
