import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { withCheckout } from "./checkout.mjs";
import { run } from "./command.mjs";

/**
 * What `npm test` consists of, cheap first. Each stage gives `{ ok, output, passed, failed, skipped }`; those that share a
 * `group` run at the same time. `more` are arguments from the command line.
 */
export const stagesOf = (root, more) => {
	const tool = toolOf(root);
	return [
		{
			name: "lint",
			group: "static",
			run: () => tool("@biomejs/biome/bin/biome", ["ci", "--colors=off", "--error-on-warnings", "."]),
		},
		{ name: "types", group: "static", run: () => types(tool) },
		{ name: "imports", group: "static", run: () => tool("dependency-cruiser/bin/dependency-cruise.mjs", importRules) },
		{ name: "unused", group: "static", run: () => tool("knip/bin/knip.js", ["--no-progress"]) },
		// Tests that wait for something leave the build enough of the processor.
		{ name: "vitest", group: "units", run: () => vitest(root, more) },
		{ name: "build", group: "units", run: () => build(root) },
		// Where there is none yet, it comes over the network while the processor is busy with the others.
		{ name: "browser", group: "units", run: () => browser(root) },
		{ name: "e2e", run: () => playwright(root, more) },
	];
};

const importRules = [
	"--config",
	"server/architecture/dependency-cruiser.mjs",
	"--output-type",
	"err-long",
	...["app", "server", "db", "emails", "e2e"].filter((folder) => existsSync(folder)),
];

/** Runs a package's program and keeps what it says for the case that it fails. */
const toolOf =
	(root) =>
	async (program, args, env = process.env) => {
		const file = path.join(root, "node_modules", program);
		const { code, output } = await run(process.execPath, [file, ...args], { cwd: root, quiet: true, env });
		return { ok: code === 0, output };
	};

async function types(tool) {
	const routes = await tool("next/dist/bin/next", ["typegen"], { ...process.env, NEXT_TELEMETRY_DISABLED: "1" });
	if (!routes.ok) return routes;
	const application = await tool("typescript7/bin/tsc", ["--noEmit"]);
	return application.ok ? tool("typescript7/bin/tsc", ["--noEmit", "--project", "scripts"]) : application;
}

async function browser(root) {
	process.env.CHROMIUM ??= await ensureBrowser(root);
	return { ok: true };
}

async function build(root) {
	await withCheckout(root, (lock) => ensureBuilt(root, lock));
	return { ok: true };
}

async function vitest(root, more) {
	const report = reportFile(root, "vitest");
	const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...more];
	const { code } = await run(process.execPath, [path.join(root, "node_modules/vitest/vitest.mjs"), ...args], {
		cwd: root,
	});
	return counted(code, report, (result) => ({
		passed: result.numPassedTests,
		failed: result.numFailedTests + result.testResults.filter(brokeBeforeItsTests).length,
		skipped: result.numPendingTests + result.numTodoTests,
	}));
}

const brokeBeforeItsTests = ({ status, assertionResults }) =>
	status === "failed" && assertionResults.every((test) => test.status !== "failed");

async function playwright(root, more) {
	await browser(root);
	const report = reportFile(root, "playwright");
	const args = [path.join(root, "node_modules/@playwright/test/cli.js"), "test", ...more];
	const { code } = await run(process.execPath, args, { cwd: root, env: { ...process.env, E2E_REPORT: report } });
	return counted(code, report, ({ stats }) => ({
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky,
		skipped: stats.skipped,
	}));
}

function reportFile(root, name) {
	const folder = path.join(root, ".data", "reports");
	mkdirSync(folder, { recursive: true });
	const file = path.join(folder, `${name}.json`);
	rmSync(file, { force: true });
	return file;
}

const counted = (code, report, count) => ({
	ok: code === 0,
	...(existsSync(report) && count(JSON.parse(readFileSync(report, "utf8")))),
});
