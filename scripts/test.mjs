// `npm test`: everything, on a clean clone with nothing but Node.js and npm. Until the packages are installed only Node's own
// modules may be imported here. For development: `npm test -- --only lint,vitest [-- arguments for the last of them]`.
// `npm run test:long` runs the full matrices of which it otherwise takes a sample (LONG_TESTS tells the tests).
import path from "node:path";
import { parseArgs } from "node:util";
import { withCheckout } from "./lib/checkout.mjs";
import { Failure, show } from "./lib/failure.mjs";
import { indexSteps } from "./lib/index-steps.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { requireNode } from "./lib/node-version.mjs";
import { heedSignals, shutdown } from "./lib/shutdown.mjs";
import { stagesOf } from "./lib/stages.mjs";

const root = path.resolve(import.meta.dirname, "..");
const results = [];

function chosenStages() {
	const { values, positionals } = parseArgs({
		options: { only: { type: "string" }, long: { type: "boolean" } },
		allowPositionals: true,
	});
	if (values.long) process.env.LONG_TESTS = "1";
	const all = stagesOf(root, positionals);
	if (values.only === undefined) return all;
	const names = values.only.split(",");
	const unknown = names.find((name) => !all.some((stage) => stage.name === name));
	if (unknown)
		throw new Failure(`There is no stage "${unknown}". There are: ${all.map(({ name }) => name).join(", ")}`);
	return all.filter(({ name }) => names.includes(name));
}

async function timed(name, work) {
	const began = performance.now();
	const result = await work().catch((error) => {
		show(error);
		return { ok: false };
	});
	results.push({ passed: 0, failed: 0, skipped: 0, ...result, name, seconds: (performance.now() - began) / 1000 });
	if (!result.ok && result.output) console.error(`\n--- ${name} ---\n${result.output.trim()}`);
	return result.ok;
}

async function runStages(stages) {
	for (const group of grouped(stages)) {
		console.log(`\n=== ${group.map(({ name }) => name).join(", ")} ===`);
		const fine = await Promise.all(group.map(({ name, run }) => timed(name, run)));
		if (fine.includes(false)) return false;
	}
	return true;
}

function grouped(stages) {
	const names = new Set(stages.map(({ group, name }) => group ?? name));
	return [...names].map((wanted) => stages.filter(({ group, name }) => (group ?? name) === wanted));
}

async function setUp() {
	await withCheckout(root, (lock) => ensureInstalled(root, lock));
	indexSteps();
	return { ok: true };
}

function summarise(stages) {
	const sum = (what) => results.reduce((total, result) => total + result[what], 0);
	console.log("");
	for (const { name, ok, seconds, passed, failed } of results) {
		const tests = passed + failed > 0 ? `${passed} passed, ${failed} failed` : "";
		console.log(`${ok ? "ok    " : "FAILED"}  ${name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s  ${tests}`);
	}
	const missed = stages.filter(({ name }) => !results.some((result) => result.name === name));
	for (const { name } of missed) console.log(`-       ${name.padEnd(8)} not reached`);
	// A stage may fail without a test that does: it counts as one.
	const silent = results.filter(({ ok, failed }) => !ok && failed === 0).length;
	const skipped = sum("skipped");
	console.log(
		`\n${sum("passed")} passed, ${sum("failed") + silent} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`,
	);
}

try {
	heedSignals();
	requireNode();
	const stages = chosenStages();
	const fine = (await timed("setup", setUp)) && (await runStages(stages));
	summarise(stages);
	await shutdown(fine ? 0 : 1);
} catch (error) {
	show(error);
	await shutdown(1);
}
