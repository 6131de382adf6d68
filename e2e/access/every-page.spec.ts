import { readdirSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Page, Response } from "@playwright/test";
import { expect, test } from "../_support/test";
import { addressOf, pages } from "../pages/every-page";
import { whatIsThere } from "../pages/known";
import { type Persona, signIn } from "../pages/people";

// The longest file by far: both workers share it.
test.describe.configure({ mode: "parallel" });

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const locales = ["en", "ru"] as const;

/** Both languages in the long run; else one, so that each is seen on every second page. Both themes always. */
const localesFor = (index: number) => (process.env.LONG_TESTS ? locales : locales.filter((_, at) => at === index % 2));

for (const [index, [name, page]] of Object.entries(pages).entries()) {
	for (const locale of localesFor(index)) {
		test(`${name}, ${locale}: axe finds nothing in either theme, no script complains, no strange one runs`, async ({
			browser,
			baseURL,
		}) => {
			test.setTimeout(120_000);
			const address = addressOf(page, await whatIsThere(browser, baseURL));
			const prefix = locale === "ru" ? "/ru" : "";
			const tab = await (await contextOf(browser, baseURL, page.as)).newPage();
			const complaints: string[] = [];
			tab.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
			tab.on("pageerror", (error) => complaints.push(error.message));
			const answer = await tab.goto(address === "/" ? prefix || "/" : prefix + address);
			expect(answer?.status(), address).toBe(200);
			expectStrictPolicy(answer);
			await expect(tab.getByRole("main")).toBeVisible();
			await expect(tab.getByRole("heading", { level: 1 })).toHaveCount(1);
			expect(await violationsOn(tab)).toEqual([]);
			await tab.emulateMedia({ colorScheme: "dark" });
			expect(await violationsOn(tab, ["color-contrast"])).toEqual([]);
			expect(complaints).toEqual([]);
			expect(await plantScript(tab)).toBe("it did not run");
			await tab.close();
		});
	}
}

const contexts = new Map<Persona | null, BrowserContext>();

/** Whoever looks at several pages reads the scripts of the house once. */
async function contextOf(browser: Browser, baseURL: string, who: Persona | null): Promise<BrowserContext> {
	const known = contexts.get(who);
	if (known) return known;
	const context = await browser.newContext({ baseURL, reducedMotion: "reduce", colorScheme: "light" });
	if (who) await signIn(context, who);
	contexts.set(who, context);
	return context;
}

/**
 * One script in the page: the other way opens a tab for each look, for frames of other sites, of which the house has none. The
 * other theme differs by its colours alone.
 */
async function violationsOn(page: Page, only?: string[]): Promise<string[]> {
	const axe = new AxeBuilder({ page }).setLegacyMode(true);
	const { violations } = await (only ? axe.withRules(only) : axe.withTags(tags)).analyze();
	return violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

function expectStrictPolicy(answer: Response | null): void {
	const policy = answer?.headers()["content-security-policy"] ?? "";
	expect(policy).toMatch(/script-src [^;]*'(nonce|sha256)-/);
	expect(policy).not.toMatch(/script-src [^;]*'unsafe-(inline|eval)'/);
	expect(policy).toContain("frame-ancestors 'none'");
}

/** Puts a picture on the page that would run a script when it fails to load. */
const plantScript = (page: Page): Promise<string> =>
	page.evaluate(() => {
		const planted = document.createElement("div");
		planted.innerHTML = `<img src="data:," onerror="document.documentElement.dataset.planted = 'it ran'">`;
		document.body.append(planted);
		return new Promise<string>((resolve) => {
			setTimeout(() => resolve(document.documentElement.dataset.planted ?? "it did not run"), 200);
		});
	});

test("every page of the house is looked at", () => {
	const folders = readdirSync("app/[locale]", { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith("/page.tsx"))
		.map((file) => `/${file.replace("/page.tsx", "")}`);
	const seen = new Set(Object.values(pages).map(({ folder }) => folder));
	expect(folders.filter((folder) => !seen.has(folder) && folder !== "/[...rest]")).toEqual([]);
});
