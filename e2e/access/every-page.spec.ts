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
const themes = ["light", "dark"] as const;

type Look = { locale: (typeof locales)[number]; theme: (typeof themes)[number] };
const looks: Look[] = locales.flatMap((locale) => themes.map((theme) => ({ locale, theme })));

/** Every look in the long run; else one, so that each is seen on every fourth page. */
const looksFor = (index: number) =>
	process.env.LONG_TESTS ? looks : looks.filter((_, at) => at === index % looks.length);

for (const [index, [name, page]] of Object.entries(pages).entries()) {
	for (const { locale, theme } of looksFor(index)) {
		test(`${name}, ${locale}, ${theme}: axe finds nothing, no script complains, no strange one runs`, async ({
			browser,
			baseURL,
		}) => {
			test.setTimeout(120_000);
			const address = addressOf(page, await whatIsThere(browser, baseURL));
			const prefix = locale === "ru" ? "/ru" : "";
			const tab = await (await contextOf(browser, baseURL, page.as)).newPage();
			await tab.emulateMedia({ colorScheme: theme });
			const complaints: string[] = [];
			tab.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
			tab.on("pageerror", (error) => complaints.push(error.message));
			const answer = await tab.goto(address === "/" ? prefix || "/" : prefix + address);
			expect(answer?.status(), address).toBe(200);
			expectStrictPolicy(answer);
			await expect(tab.getByRole("main")).toBeVisible();
			await expect(tab.getByRole("heading", { level: 1 })).toHaveCount(1);
			expect(await violationsOn(tab)).toEqual([]);
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
	const context = await browser.newContext({ baseURL, reducedMotion: "reduce" });
	if (who) await signIn(context, who);
	contexts.set(who, context);
	return context;
}

/** One script in the page: the other way opens a tab for each look, for frames of other sites, of which the house has none. */
async function violationsOn(page: Page): Promise<string[]> {
	// What holds is not gathered: there is a hundred times as much of it.
	const axe = new AxeBuilder({ page })
		.setLegacyMode(true)
		.options({ resultTypes: ["violations"], preload: false })
		.withTags(tags);
	const { violations } = await axe.analyze();
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
			const told = () => resolve(document.documentElement.dataset.planted ?? "it did not run");
			planted.querySelector("img")?.addEventListener("error", told);
		});
	});

test("every page of the house is looked at", () => {
	const folders = readdirSync("app/[locale]", { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith("/page.tsx"))
		.map((file) => `/${file.replace("/page.tsx", "")}`);
	const seen = new Set(Object.values(pages).map(({ folder }) => folder));
	expect(folders.filter((folder) => !seen.has(folder) && folder !== "/[...rest]")).toEqual([]);
});
