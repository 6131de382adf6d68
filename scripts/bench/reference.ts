import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { freePort } from "../lib/ports.mjs";
import type { Statement } from "./recording";

const READY_WITHIN_MS = 60_000;
const MOST_WORDS = 2000;

const root = path.resolve(import.meta.dirname, "../..");
const sources = path.join(import.meta.dirname, "reference");
/** Within the checkout, so that it has the same packages, and outside of the application, which must not serve it. */
const folder = path.join(root, ".data/bench/reference");
const server = path.join(folder, ".next/standalone", path.relative(root, folder), "server.js");
const stamp = path.join(folder, ".next/standalone/.built-from");

/** What a bare route handler runs. In `ownIds` is what each run has an own one of in place of the recorded. */
export type Recorded = { statements: Statement[]; ownIds: string[] };

/** The bare application of `scripts/bench/reference`, built as the real one is, while `work` measures it. */
export async function withReference<Result>(
	recorded: Recorded,
	databaseUrl: string,
	work: (url: string) => Promise<Result>,
): Promise<Result> {
	await ensureBuilt();
	const statements = path.join(folder, "statements.json");
	writeFileSync(statements, JSON.stringify(recorded));
	const port = await freePort();
	const preload = path.join(root, "scripts/lib/die-with-parent.mjs");
	const env = { DATABASE_URL: databaseUrl, STATEMENTS: statements, HOSTNAME: "localhost", PORT: String(port) };
	const child = spawn(process.execPath, ["--dns-result-order=ipv4first", "--import", preload, server], {
		env: { ...process.env, ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
		stdio: ["ignore", "ignore", "pipe", "ipc"],
	});
	let words = "";
	child.stderr?.on("data", (chunk) => {
		if (words.length < MOST_WORDS) words += String(chunk);
	});
	const exited = new Promise((resolve) => child.once("exit", resolve));
	try {
		const url = `http://localhost:${port}`;
		await answers(url);
		return await work(url);
	} catch (error) {
		console.error(words);
		throw error;
	} finally {
		child.kill("SIGTERM");
		await exited;
	}
}

async function ensureBuilt(): Promise<void> {
	const print = fingerprint();
	if (existsSync(stamp) && readFileSync(stamp, "utf8") === print) return;
	console.error("Building the bare application …");
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	cpSync(sources, folder, { recursive: true });
	writeFileSync(
		path.join(folder, "package.json"),
		JSON.stringify({ name: "reference", private: true, type: "module" }),
	);
	await promisify(execFile)(process.execPath, [path.join(root, "node_modules/next/dist/bin/next"), "build"], {
		cwd: folder,
		env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
	});
	writeFileSync(stamp, print);
}

function fingerprint(): string {
	const files = readdirSync(sources, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name))
		.toSorted();
	const hash = createHash("sha256");
	for (const file of [path.join(root, "package-lock.json"), ...files]) hash.update(file).update(readFileSync(file));
	return hash.digest("hex");
}

async function answers(url: string): Promise<void> {
	const end = performance.now() + READY_WITHIN_MS;
	while (performance.now() < end) {
		const answered = await fetch(url).then(
			() => true,
			() => false,
		);
		if (answered) return;
		await pause(50);
	}
	throw new Error(`the bare application did not answer at ${url}`);
}
