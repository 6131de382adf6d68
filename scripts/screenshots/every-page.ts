import path from "node:path";
import type { Browser, Page } from "@playwright/test";
import { addressOf, pages } from "../../e2e/pages/every-page";
import { whatIsThere } from "../../e2e/pages/known";
import { signIn } from "../../e2e/pages/people";

const screens = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } };
const themes = ["light", "dark"] as const;
const prefixes = { en: "", ru: "/ru" };

/** Every page in both themes, both languages, on both screens, named by all of them. Says which is wider than its screen. */
export async function photographEveryPage(browser: Browser, baseURL: string, folder: string, wanted: string[]) {
	const known = await whatIsThere(browser, baseURL);
	const chosen = Object.entries(pages).filter(
		([name]) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
	);
	let taken = 0;
	for (const [name, page] of chosen) {
		const address = addressOf(page, known);
		for (const [screen, viewport] of Object.entries(screens)) {
			for (const colorScheme of themes) {
				const context = await browser.newContext({ baseURL, viewport, colorScheme, reducedMotion: "reduce" });
				if (page.as) await signIn(context, page.as);
				const tab = await context.newPage();
				for (const [locale, prefix] of Object.entries(prefixes)) {
					const title = [name, screen, colorScheme, locale].join(" ").replace(/[^\w]+/g, "-");
					await tab.goto(prefix + address || "/", { waitUntil: "load" });
					await photograph(tab, path.join(folder, `${title}.png`));
					if (await isTooWide(tab)) console.log(`${title} is wider than its screen`);
					taken++;
				}
				await context.close();
			}
		}
	}
	return taken;
}

/** Waits until nothing is loading any more. */
export async function settled(tab: Page): Promise<void> {
	await tab.evaluate(() => document.fonts.ready);
	await tab.waitForTimeout(600);
}

async function photograph(tab: Page, file: string): Promise<void> {
	await settled(tab);
	await tab.screenshot({ path: file, fullPage: true });
}

const isTooWide = (tab: Page) =>
	tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
