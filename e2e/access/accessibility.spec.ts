import { readdirSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../_support/test";
import { addressOf, pages } from "../pages/every-page";
import { whatIsThere } from "../pages/known";
import { signIn } from "../pages/people";

// The longest file by far: both workers share it.
test.describe.configure({ mode: "parallel" });

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const locales = ["en", "ru"] as const;
const colorSchemes = ["light", "dark"] as const;

/** Both languages in the long run; else one, so that each is seen on every second page. Both themes always. */
const localesFor = (index: number) => (process.env.LONG_TESTS ? locales : locales.filter((_, at) => at === index % 2));

for (const [index, [name, page]] of Object.entries(pages).entries()) {
	for (const locale of localesFor(index)) {
		test(`${name}, ${locale}: axe finds nothing, in both themes`, async ({ browser, baseURL }) => {
			test.setTimeout(120_000);
			const address = addressOf(page, await whatIsThere(browser, baseURL));
			const prefix = locale === "ru" ? "/ru" : "";
			const context = await browser.newContext({ baseURL, reducedMotion: "reduce" });
			if (page.as) await signIn(context, page.as);
			const tab = await context.newPage();
			const answer = await tab.goto(address === "/" ? prefix || "/" : prefix + address);
			expect(answer?.status(), address).toBe(200);
			await expect(tab.getByRole("main")).toBeVisible();
			await expect(tab.getByRole("heading", { level: 1 })).toHaveCount(1);
			const found: Record<string, string[]> = {};
			for (const colorScheme of colorSchemes) {
				await tab.emulateMedia({ colorScheme });
				found[colorScheme] = await violationsOn(tab);
			}
			await context.close();
			expect(found).toEqual({ light: [], dark: [] });
		});
	}
}

/** One script in the page: the other way opens a tab for each look, for frames of other sites, of which the house has none. */
async function violationsOn(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(tags).analyze();
	return violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

test("every page of the house is looked at", () => {
	const folders = readdirSync("app/[locale]", { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith("/page.tsx"))
		.map((file) => `/${file.replace("/page.tsx", "")}`);
	const seen = new Set(Object.values(pages).map(({ folder }) => folder));
	expect(folders.filter((folder) => !seen.has(folder) && folder !== "/[...rest]")).toEqual([]);
});
