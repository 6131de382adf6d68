import { defineConfig } from "@playwright/test";
import { browserFlags, findBrowser } from "./scripts/lib/browser.mjs";

const report = process.env.E2E_REPORT;

/** Each worker starts the built application for itself (see e2e/_support/test.ts), so there is no web server here. */
export default defineConfig({
	testDir: "e2e",
	globalSetup: "./e2e/_support/seeded.ts",
	outputDir: "test-results",
	workers: 2,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	forbidOnly: true,
	// Each failure costs a new server; after so many there is nothing more to learn.
	maxFailures: report ? 25 : 0,
	reporter: report ? [["list"], ["json", { outputFile: report }]] : [["list"]],
	use: {
		locale: "en-GB",
		timezoneId: "Europe/Berlin",
		// Nothing that moves by itself is painted over and over, and no film is made of what goes well: that took a third of the
		// processor. For what failed: `npx playwright test <file> --trace retain-on-failure`.
		contextOptions: { reducedMotion: "reduce" },
		screenshot: "only-on-failure",
		launchOptions: { executablePath: findBrowser(), args: browserFlags },
	},
});
