import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { endChildrenOf, holderOf, identityOf, takeLock } from "./lock.mjs";
import { ended } from "./processes.mjs";

let folder;
let file;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), "mcf-lock-"));
	file = path.join(folder, "deeper", "lock.json");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const node = (code, ...args) => spawn(process.execPath, ["--input-type=module", "-e", code, ...args]);

async function deadProcess() {
	const child = node("setInterval(() => {}, 1000)");
	const identity = identityOf(child.pid);
	child.kill("SIGKILL");
	await ended(child.pid, 5_000);
	return identity;
}

describe("a lock file", () => {
	test("is held once, tells who holds it and what they note, and is free after its release", () => {
		const first = takeLock(file, { url: "http://localhost:1" });
		first.lock.note({ children: [] });
		expect(takeLock(file).holder).toMatchObject({ pid: process.pid, url: "http://localhost:1", children: [] });
		expect(holderOf(file)).toMatchObject({ pid: process.pid });
		first.lock.release();
		expect(holderOf(file)).toBeUndefined();
		expect(takeLock(file)).toMatchObject({ left: undefined, lock: expect.anything() });
		expect(readdirSync(path.dirname(file))).toEqual(["lock.json"]);
	});

	test("of a dead process is taken over, with its notes", async () => {
		takeLock(file);
		const dead = { ...(await deadProcess()), children: [] };
		writeFileSync(file, JSON.stringify(dead));
		expect(holderOf(file)).toBeUndefined();
		expect(takeLock(file).left).toEqual(dead);
		expect(JSON.parse(readFileSync(file, "utf8")).pid).toBe(process.pid);
	});

	test("is not held by a later process of the same number", () => {
		takeLock(file);
		writeFileSync(file, JSON.stringify({ pid: process.pid, birth: "another" }));
		expect(takeLock(file)).toHaveProperty("lock");
	});

	test("that was cut off in the middle of a word is free", () => {
		takeLock(file);
		writeFileSync(file, '{"pid":');
		expect(takeLock(file)).toHaveProperty("lock");
	});

	test("of a dead process goes to one of many that reach for it at once", async () => {
		takeLock(file);
		writeFileSync(file, JSON.stringify(await deadProcess()));
		const reach = `
			const { takeLock } = await import(process.argv[1]);
			await new Promise((resolve) => process.stdin.once("data", resolve));
			console.log(takeLock(process.argv[2]).lock ? "taken" : "held");
			await new Promise((resolve) => process.stdin.once("data", resolve));`;
		const module = path.resolve("scripts/lib/lock.mjs");
		const children = Array.from({ length: 6 }, () => node(reach, module, file));
		await new Promise((resolve) => setTimeout(resolve, 700));
		for (const child of children) child.stdin.write("go\n");
		const answers = await Promise.all(
			children.map(
				(child) => new Promise((resolve) => child.stdout.once("data", (words) => resolve(String(words).trim()))),
			),
		);
		for (const child of children) child.kill("SIGKILL");
		expect(answers.filter((answer) => answer === "taken")).toHaveLength(1);
	});
});

test("children that a dead process noted are ended with their whole group, and nobody else", async () => {
	const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { detached: true });
	const bystander = node("setInterval(() => {}, 1000)");
	await endChildrenOf({ children: [identityOf(child.pid), { pid: bystander.pid, birth: "another" }] });
	expect(await ended(child.pid, 1)).toBe(true);
	expect(await ended(bystander.pid, 1)).toBe(false);
	bystander.kill("SIGKILL");
});
