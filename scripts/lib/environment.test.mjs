import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { embeddedEnvironment } from "./environment.mjs";

const place = { host: "localhost", port: 3999, url: "http://localhost:3999" };
const folder = mkdtempSync(path.join(tmpdir(), "environment-"));
const environmentOf = () => embeddedEnvironment(place, folder, "postgres://nobody@127.0.0.1:1/none");

afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const forgetSandboxes = () => {
	for (const name of ["CARD_SANDBOX", "COOKIE_BAKER", "GOLD_HAT"]) {
		vi.stubEnv(`${name}_URL`, "");
		vi.stubEnv(`${name}_SECRET`, "");
	}
};

describe("the environment of the embedded database", () => {
	it("has the sandboxes of a demo, and without demo mode none of them", () => {
		forgetSandboxes();
		vi.stubEnv("DEMO", "");
		expect(environmentOf()).toMatchObject({
			...{ DEMO: "on", CARD_SANDBOX_URL: `${place.url}/api/sandbox/card`, CARD_SANDBOX_SECRET: expect.any(String) },
			...{ GOLD_HAT_URL: `${place.url}/api/sandbox/gold-hat`, GOLD_HAT_SECRET: expect.any(String) },
			COOKIE_BAKER_URL: `${place.url}/api/sandbox/cookie-baker`,
		});
		vi.stubEnv("DEMO", "off");
		const names = Object.keys(environmentOf()).filter((name) =>
			/(CARD_SANDBOX|GOLD_HAT|COOKIE_BAKER)_(URL|SECRET)/.test(name),
		);
		expect(names).toEqual([]);
		vi.stubEnv("GOLD_HAT_URL", "https://goldhat.example");
		expect(environmentOf()).toMatchObject({ DEMO: "off", GOLD_HAT_URL: "https://goldhat.example" });
	});
});
