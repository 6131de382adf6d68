import { setTimeout as pause } from "node:timers/promises";
import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { type AppServer, startServer } from "../../e2e/_support/server";
import { browserFlags, ensureBrowser } from "../lib/browser.mjs";
import { freePort } from "../lib/ports.mjs";
import type { BenchResult } from "./engine";
import { machineLoad } from "./load";
import { signInAs } from "./people";
import { median } from "./report";

const FIRST_LOAD_KB = 150;
const PERFORMANCE = 95;
const PERFECT = 100;
const ROUNDS = 3;
/** How long a page is given to load what it loads by itself. */
const SETTLED_MS = 2_000;

const WORKER = "barsik";
const barred = {
	...{ "/": null, "/prices": null, "/for-workers": null },
	...{
		"/jobs": WORKER,
		"/jobs/upcoming": WORKER,
		"/jobs/history": WORKER,
		"/jobs/money": WORKER,
		"/jobs/profile": WORKER,
	},
};
/** Measured besides, for comparison. */
const besides = { "/orders": "loyal-client", "/orders/new": "loyal-client", "/kiosk": "warehouse" };
const audited = { "/": null, "/jobs": WORKER, "/orders": "loyal-client", "/orders/new": "loyal-client" };

type Place = { browser: Browser; url: string; debugging: number };

async function withBrowser<Result>(dataDir: string, work: (place: Place) => Promise<Result>): Promise<Result> {
	const debugging = await freePort();
	const server: AppServer = await startServer({ dataDir });
	const browser = await chromium.launch({
		executablePath: await ensureBrowser(process.cwd()),
		args: [...browserFlags, `--remote-debugging-port=${debugging}`],
	});
	try {
		return await work({ browser, url: server.url, debugging });
	} finally {
		await browser.close();
		await server.stop();
	}
}

/** The compressed size of all scripts that a page loads before anybody touches it, in kB as they came over the wire, without headers. */
async function scriptsOf({ browser, url }: Place, path: string, persona: string | null): Promise<number> {
	const context = await browser.newContext({ baseURL: url });
	if (persona) await signIn(context, url, persona);
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	await session.send("Network.enable");
	const scripts = new Set<string>();
	let bytes = 0;
	session.on("Network.responseReceived", ({ requestId, type }) => type === "Script" && scripts.add(requestId));
	session.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
		if (scripts.has(requestId)) bytes += encodedDataLength;
	});
	await page.goto(path, { waitUntil: "load" });
	await pause(SETTLED_MS);
	const shown = new URL(page.url()).pathname;
	await context.close();
	demandSamePage(path, shown);
	if (bytes === 0) throw new Error(`${path} loaded no script: was it the page?`);
	return Math.round(bytes / 100) / 10;
}

function demandSamePage(path: string, shown: string): void {
	if (shown !== path) throw new Error(`${path} led to ${shown}, which is another page`);
}

/** A header with it would be left out of what the page itself asks for, and it would go to the sign-in page. */
async function cookieOf(url: string, persona: string) {
	const [name = "", value = ""] = (await signInAs(url, persona)).split("=");
	return { name, value: decodeURIComponent(value), url };
}

const signIn = async (context: BrowserContext, url: string, persona: string): Promise<void> =>
	context.addCookies([await cookieOf(url, persona)]);

/** The page of a job that lies before a worker, or behind one. */
async function aJobOf({ browser, url }: Place, persona: string): Promise<string> {
	const context = await browser.newContext({ baseURL: url });
	await signIn(context, url, persona);
	const page = await context.newPage();
	for (const list of ["/jobs", "/jobs/upcoming", "/jobs/history"]) {
		await page.goto(list, { waitUntil: "load" });
		const links = await page.getByRole("link").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
		const job = links.find((href) => href !== null && /^\/jobs\/[0-9a-f-]{36}$/.test(href));
		if (job) return context.close().then(() => job);
	}
	throw new Error(`${persona} has no job: is it the demo?`);
}

const firstLoad = (dataDir: string): Promise<BenchResult> =>
	withBrowser(dataDir, async (place) => {
		const job = await aJobOf(place, WORKER);
		const measure = async (pages: Record<string, string | null>) => {
			const sizes: [path: string, kB: number][] = [];
			for (const [path, persona] of Object.entries(pages)) sizes.push([path, await scriptsOf(place, path, persona)]);
			return sizes;
		};
		const heavy = await measure({ ...barred, [job]: WORKER });
		const others = await measure(besides);
		const value = Math.max(...heavy.map(([, kB]) => kB));
		const list = (sizes: [string, number][]) => sizes.map(([path, kB]) => `${path} ${kB}`).join(", ");
		return {
			name: "first-load",
			value,
			unit: "kB",
			bar: `scripts of a public page and of the worker's app, compressed: at most ${FIRST_LOAD_KB} kB`,
			holds: value <= FIRST_LOAD_KB,
			note: `the heaviest of ${list(heavy)}; besides: ${list(others)}`,
		};
	});

const categories = ["performance", "accessibility", "best-practices"] as const;
type Scores = Record<(typeof categories)[number], number>;

/** Lighthouse brings its own page, so the whole browser is signed in. */
async function signInBrowser({ browser, url }: Place, persona: string | null): Promise<void> {
	const session = await browser.newBrowserCDPSession();
	await session.send("Storage.clearCookies");
	if (persona) await session.send("Storage.setCookies", { cookies: [await cookieOf(url, persona)] });
	await session.detach();
}

async function audit(place: Place, path: string, persona: string | null): Promise<Scores> {
	const { url, debugging } = place;
	await signInBrowser(place, persona);
	const rounds: Scores[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const answer = await lighthouse(`${url}${path}`, {
			port: debugging,
			output: "json",
			logLevel: "error",
			onlyCategories: [...categories],
		});
		const found = answer?.lhr;
		if (!found || found.runtimeError) throw new Error(`${path}: ${found?.runtimeError?.message ?? "no report"}`);
		demandSamePage(path, new URL(found.finalDisplayedUrl).pathname);
		const score = (category: string) => Math.round((found.categories[category]?.score ?? 0) * 100);
		rounds.push({
			performance: score("performance"),
			accessibility: score("accessibility"),
			"best-practices": score("best-practices"),
		});
	}
	const middle = (category: keyof Scores) => median(rounds.map((round) => round[category]));
	return {
		performance: middle("performance"),
		accessibility: middle("accessibility"),
		"best-practices": middle("best-practices"),
	};
}

const auditPages = (dataDir: string): Promise<BenchResult> =>
	withBrowser(dataDir, async (place) => {
		const load = machineLoad();
		const scores: [path: string, Scores][] = [];
		for (const [path, persona] of Object.entries(audited)) scores.push([path, await audit(place, path, persona)]);
		const holds = scores.every(
			([, found]) =>
				found.performance >= PERFORMANCE && found.accessibility === PERFECT && found["best-practices"] === PERFECT,
		);
		return {
			name: "lighthouse",
			value: Math.min(...scores.map(([, found]) => found.performance)),
			unit: "points",
			bar: `performance at least ${PERFORMANCE}, accessibility and best practices ${PERFECT}`,
			holds,
			note: `as a slow phone, medians of ${ROUNDS}: ${scores.map(([path, found]) => `${path} ${categories.map((category) => found[category]).join("/")}`).join(", ")}; ${load}`,
		};
	});

/** What spec/5-quality asks of pages in the browser. */
export const pageBenchmarks = { "first-load": firstLoad, lighthouse: auditPages };
