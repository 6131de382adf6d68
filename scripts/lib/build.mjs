import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { run } from "./command.mjs";
import { Failure } from "./failure.mjs";

const OUTPUT = ".next/standalone";
const STAMP = `${OUTPUT}/.built-from`;

/** What is no part of the built application, from the root and anywhere. Whatever else there is counts. */
const outside = new Set(["node_modules", "e2e", "scripts", "biome.json", "knip.json"]);
const notBuilt = /(^\.)|(\.test\.tsx?$)|(\.md$)|(\.tsbuildinfo$)|^(testing(\.ts)?|architecture|next-env\.d\.ts)$/;
const tools = /^(vitest|playwright|drizzle)\.config\.ts$|^(test-results|playwright-report)$/;

/** The built server. */
export const serverFile = (root) => path.join(root, OUTPUT, "server.js");

/** Builds, unless there is a build of exactly these sources. */
export async function ensureBuilt(root, lock) {
	const print = fingerprint(root);
	const stamp = path.join(root, STAMP);
	if (existsSync(stamp) && readFileSync(stamp, "utf8") === print) return;
	console.log("Building (about half a minute) …");
	await build(root, { lock, quiet: true, print });
}

/**
 * Builds the application into a folder that runs by itself, and notes what it was built from.
 * @param {string} root
 * @param {{ lock?: { note(notes: object): void }, quiet?: boolean, print?: string }} [options]
 */
export async function build(root, { lock, quiet = false, print = fingerprint(root) } = {}) {
	rmSync(path.join(root, STAMP), { force: true });
	const next = path.join(root, "node_modules/next/dist/bin/next");
	const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
	const { code, output } = await run(process.execPath, [next, "build"], { cwd: root, env, lock, quiet });
	if (code !== 0) throw new Failure(`The application could not be built.\n${output}`);
	const copy = (from, to) => {
		if (existsSync(path.join(root, from))) cpSync(path.join(root, from), path.join(root, to), { recursive: true });
	};
	copy(".next/static", `${OUTPUT}/.next/static`);
	copy("public", `${OUTPUT}/public`);
	await press(path.join(root, OUTPUT, ".next/static/chunks"));
	mkdirSync(path.join(root, OUTPUT), { recursive: true });
	writeFileSync(path.join(root, STAMP), print);
}

/** Presses scripts and styles once and as small as they get; `next.config.mjs` says who gets them so. */
async function press(folder) {
	const files = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name));
	for (const name of files) {
		const file = path.join(folder, name);
		writeFileSync(`${file}.br`, await promisify(brotliCompress)(readFileSync(file)));
	}
}

function fingerprint(root) {
	const hash = createHash("sha256").update(process.version);
	for (const file of sourcesIn(root)) hash.update(file).update(readFileSync(path.join(root, file)));
	return hash.digest("hex");
}

function sourcesIn(root, folder = "") {
	const entries = readdirSync(path.join(root, folder), { withFileTypes: true })
		.filter(({ name }) => !notBuilt.test(name) && (folder !== "" || !(outside.has(name) || tools.test(name))))
		.toSorted((a, b) => (a.name < b.name ? -1 : 1));
	return entries.flatMap((entry) => {
		const place = path.join(folder, entry.name);
		if (entry.isDirectory()) return sourcesIn(root, place);
		return entry.isFile() ? [place] : [];
	});
}
