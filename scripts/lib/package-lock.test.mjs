import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { addressesIn, completed, extraneousIn, gapsIn } from "./package-lock.mjs";

/** @returns {{ lockfileVersion: number, packages: Record<string, any> }} */
const sample = () => ({
	lockfileVersion: 3,
	packages: {
		"": { name: "app" },
		"node_modules/tool": {
			version: "2.0.0",
			dev: true,
			optionalDependencies: {
				"@tool/linux-x64-musl": "2.0.0",
				"@tool/darwin-arm64": "2.0.0",
				"@tool/wasm32-wasi": "^2.0.0",
			},
		},
		"node_modules/@tool/darwin-arm64": { version: "1.0.0", optional: true, os: ["darwin"], cpu: ["arm64"] },
		"node_modules/left": { version: "1.0.0", extraneous: true },
	},
});

describe("the lock file of this repository", () => {
	const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));

	test("names the packages of every platform, so that `npm ci` works on each (else: node scripts/fix-lock.mjs)", () => {
		expect(gapsIn(lock)).toEqual([]);
	});

	test("has nothing that nobody asks for, and no address to download from", () => {
		expect(extraneousIn(lock)).toEqual([]);
		expect(addressesIn(lock)).toEqual([]);
	});
});

describe("completing a lock", () => {
	test("finds what is missing, also where another version is in its place", () => {
		expect(gapsIn(sample()).map(({ name }) => name)).toEqual([
			"@tool/linux-x64-musl",
			"@tool/darwin-arm64",
			"@tool/wasm32-wasi",
		]);
	});

	test("adds the missing with its platform, beside the asker where the place is taken, and drops the rest", () => {
		const { packages } = completed(sample());
		expect(packages["node_modules/@tool/linux-x64-musl"]).toEqual({
			version: "2.0.0",
			dev: true,
			optional: true,
			os: ["linux"],
			cpu: ["x64"],
			libc: ["musl"],
		});
		expect(packages["node_modules/tool/node_modules/@tool/darwin-arm64"]).toMatchObject({
			version: "2.0.0",
			os: ["darwin"],
		});
		expect(packages["node_modules/@tool/wasm32-wasi"]).toMatchObject({ version: "2.0.0", cpu: ["wasm32"] });
		expect(packages).not.toHaveProperty("node_modules/left");
		expect(gapsIn({ packages })).toEqual([]);
	});

	test("takes download addresses out", () => {
		const lock = sample();
		lock.packages["node_modules/tool"].resolved = "https://registry.example/tool.tgz";
		expect(addressesIn(lock)).toEqual(["node_modules/tool"]);
		expect(addressesIn(completed(lock))).toEqual([]);
	});

	test("refuses a package whose name does not tell its platform", () => {
		const lock = sample();
		lock.packages["node_modules/tool"].optionalDependencies = { "@tool/abacus": "1.0.0" };
		expect(() => completed(lock)).toThrow("@tool/abacus");
	});
});
