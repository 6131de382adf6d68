import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { run } from "./command.mjs";
import { Failure } from "./failure.mjs";

// Without windows and tabs to draw, the tests take little more than half the time.
const installed = [
	"/usr/bin/chromium-headless-shell",
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/usr/bin/google-chrome",
];

/** What a browser is started with: it may run as root, without a graphics card, and asks nobody on the network. */
export const browserFlags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];

/** The browser for the tests: CHROMIUM, else Playwright's own, else the system's. */
export function findBrowser() {
	const { CHROMIUM } = process.env;
	if (CHROMIUM) return CHROMIUM;
	return [playwrightsOwn(), ...installed].find((file) => file && existsSync(file) && works(file));
}

/** Finds a browser or installs one, with what this machine allows. */
export async function ensureBrowser(root) {
	const attempts = [withPlaywright, withApt];
	for (let browser = findBrowser(); ; browser = findBrowser()) {
		if (browser) return browser;
		const attempt = attempts.shift();
		if (!attempt) break;
		await attempt(root);
	}
	throw new Failure(
		"The tests need a browser, and none could be installed. Install Chromium (on Debian: apt-get install chromium-headless-shell),\n" +
			"or say where one is: CHROMIUM=/path/to/chromium npm test",
	);
}

function playwrightsOwn() {
	const require = createRequire(import.meta.url);
	return require("@playwright/test").chromium.executablePath();
}

/** A browser that lacks a library of the system can't even tell its version. */
const works = (file) => spawnSync(file, ["--version", "--no-sandbox"], { timeout: 20_000 }).status === 0;

async function withPlaywright(root) {
	console.log("Looking for a browser: Playwright's installer …");
	const cli = path.join(root, "node_modules/@playwright/test/cli.js");
	await run("timeout", ["300", process.execPath, cli, "install", "chromium"], { cwd: root, quiet: true });
}

async function withApt(root) {
	if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
	console.log("Looking for a browser: the system's package …");
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	await run("apt-get", ["update", "-qq"], { cwd: root, env, quiet: true });
	await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium-headless-shell"], {
		cwd: root,
		env,
		quiet: true,
	});
}
