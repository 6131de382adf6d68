import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { EnvironmentError, environmentVariables, parseEnv } from "./env";

const complete = {
	DATABASE_URL: "postgres://app:hunter2@db.example:5432/cats",
	APP_URL: "https://cats.example",
	AUTH_SECRET: "0123456789abcdef0123456789abcdef",
	FILES_DIR: "/srv/files",
};

const faultOf = (source: Record<string, string | undefined>): string => {
	try {
		parseEnv(source);
	} catch (error) {
		if (error instanceof EnvironmentError) return error.message;
		throw error;
	}
	throw new Error("the environment was accepted");
};

describe("the environment", () => {
	test("has defaults for everything but the database, the address, the secret and a place for photos", () => {
		expect(parseEnv(complete)).toMatchObject({ PORT: 3000, PG_POOL: 10, FUNCTIONS: "all", LOG_LEVEL: "info" });
	});

	test("is refused with one line for each missing variable, which says what it is for", () => {
		const message = faultOf({});
		for (const name of Object.keys(complete)) expect(message).toContain(`${name}: missing`);
		expect(message).toContain(environmentVariables.AUTH_SECRET);
		expect(message).not.toContain("INNGEST");
	});

	test("counts an empty value as unset", () => {
		expect(parseEnv({ ...complete, S3_BUCKET: "", PORT: "" }).PORT).toBe(3000);
		expect(faultOf({ ...complete, AUTH_SECRET: "" })).toContain("AUTH_SECRET: missing");
	});

	test.each([
		["PORT", "70000"],
		["PORT", "three"],
		["DATABASE_URL", "mysql://db.example/cats"],
		["APP_URL", "cats.example"],
		["AUTH_SECRET", "short"],
		["FUNCTIONS", "billing, notifications"],
		["LOG_LEVEL", "loud"],
		["STRIPE_CURRENCY", "isk"],
	])("refuses %s=%s and does not repeat the value", (name, value) => {
		const message = faultOf({ ...complete, [name]: value });
		expect(message).toContain(`${name}: `);
		expect(message.replaceAll(environmentVariables[name] ?? "", "")).not.toContain(`"${value}"`);
	});

	test.each([
		[{ INNGEST_EVENT_KEY: "k" }, "INNGEST_SIGNING_KEY"],
		[{ INNGEST_SIGNING_KEY: "k" }, "INNGEST_EVENT_KEY"],
		[{ INNGEST_BASE_URL: "http://inngest.example" }, "INNGEST_EVENT_KEY"],
		[{ S3_BUCKET: "cats" }, "S3_ENDPOINT"],
		[{ RESEND_API_KEY: "k" }, "MAIL_FROM"],
		[{ GOLD_HAT_URL: "https://goldhat.example" }, "GOLD_HAT_SECRET"],
		[{ COOKIE_BAKER_URL: "http://bakery.example" }, "COOKIE_BAKER_SECRET"],
		[{ STRIPE_SECRET_KEY: "sk_test_1" }, "STRIPE_RATE"],
		[{ STRIPE_API_URL: "http://stripe.example" }, "STRIPE_SECRET_KEY"],
	])("refuses %o alone, for it needs %s", (given, needed) => {
		expect(faultOf({ ...complete, ...given })).toMatch(new RegExp(`${needed}: missing, because \\w+ is set`));
	});

	test("wants a folder or a bucket for photos", () => {
		expect(faultOf({ ...complete, FILES_DIR: undefined })).toContain("FILES_DIR: missing");
	});

	test("is explained in .env.example, variable by variable", () => {
		const example = readFileSync(".env.example", "utf8");
		const named = [...example.matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name);
		expect(named.toSorted()).toEqual(Object.keys(environmentVariables).toSorted());
	});
});
