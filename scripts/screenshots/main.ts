// `npm run screenshots [-- PART OF A PAGE'S NAME …]`: looks at every page of the demo in both themes, both languages, on the phone
// and on the desktop, into .data/screenshots; without names it also renews the pictures of the README and those for messengers.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { newDataDir, removeDataDir, startServer } from "../../e2e/_support/server";
import { browserFlags, ensureBrowser } from "../lib/browser.mjs";
import { photographEveryPage } from "./every-page";
import { photographStory } from "./story";

const root = path.resolve(import.meta.dirname, "../..");
const wanted = process.argv.slice(2);
const folder = path.join(root, ".data/screenshots");
mkdirSync(folder, { recursive: true });

const dataDir = newDataDir();
const browser = await chromium.launch({ executablePath: await ensureBrowser(root), args: browserFlags });
try {
	const server = await startServer({ dataDir, env: { DEMO_COMPANY: "living" } });
	try {
		if (wanted.length === 0) await photographStory(browser, server.url, root);
		const taken = await photographEveryPage(browser, server.url, folder, wanted);
		console.log(`${taken} pictures are in ${path.relative(root, folder)}`);
	} finally {
		await server.stop();
	}
} finally {
	await browser.close();
	removeDataDir(dataDir);
}
