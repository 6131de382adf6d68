import { readdirSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";

const under = async (surfaces: string) => {
	vi.resetModules();
	vi.stubEnv("SURFACES", surfaces);
	return (await import("./surfaces")).serves;
};
afterEach(() => vi.unstubAllEnvs());

const candidates = [
	...["/apply", "/ru/apply?from=mail", "/apply/received", "/application/token", "/ru/assessment/token"],
	...["/api/apply", "/api/files/assessment/token/id", "/api/trpc/hiring.saveAnswers?batch=1"],
];
const others = [
	...["/", "/ru", "/orders", "/admin/hiring", "/applying", "/jobs", "/kiosk", "/sign-in", "/demo"],
	...["/api/files", "/api/live", "/api/exports/candidates", "/api/auth/signin", "/api/webhooks/stripe"],
	...["/api/trpc/hiring.candidates", "/api/trpc/ordering.placeOrder", "/api/trpc/hiring.paper,hiring.candidates"],
];
const everybodys = ["/for-workers", "/ru/privacy", "/_next/static/chunks/a.js", "/icon.svg", "/api/health/ready"];

describe("an instance", () => {
	it("answers everything, unless it is said otherwise", async () => {
		const serves = await under("all");
		expect([...candidates, ...others, ...everybodys].filter((address) => !serves(address))).toEqual([]);
	});

	it("can answer for candidates alone", async () => {
		const serves = await under("hiring");
		expect([...candidates, ...everybodys].filter((address) => !serves(address))).toEqual([]);
		expect(others.filter(serves)).toEqual([]);
	});

	it("can answer for all but candidates", async () => {
		const serves = await under("all-but-hiring");
		expect([...others.slice(0, -1), ...everybodys].filter((address) => !serves(address))).toEqual([]);
		expect(candidates.filter(serves)).toEqual([]);
	});

	it("for candidates alone knows no route of the house but theirs and the operators'", async () => {
		const serves = await under("hiring");
		const routes = readdirSync(path.resolve("app/api"), { encoding: "utf8", recursive: true })
			.filter((file) => file.endsWith("route.ts"))
			.map((file) => `/api/${path.dirname(file)}`);
		expect(routes.filter(serves).sort()).toEqual([
			...["/api/apply", "/api/files/assessment/[token]", "/api/files/assessment/[token]/[id]"],
			...["/api/health/live", "/api/health/ready", "/api/inngest", "/api/metrics"],
		]);
	});
});
