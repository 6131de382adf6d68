import { expect, test } from "vitest";
import { type CompanyReport, judge, printed } from "./report";

const company = (given: Partial<CompanyReport> = {}): CompanyReport => ({
	...{
		fault: "engine-killed",
		what: "it is killed",
		orders: { completed: 2, failed: 1 },
		strikes: 4,
		interruptions: 0,
	},
	...{ seconds: 1.5, findings: [{ holds: "a rule", breaches: 0 }], fingerprint: ["1 a", "2 b", "3 c"], ...given },
});

test("what ends as undisturbed, with every rule kept, holds", () => {
	expect(judge(company(), company())).toMatchObject({ holds: true, different: [] });
	expect(printed(judge(company(), company()))).toContain("holds  engine-killed");
});

test.each([
	["an order that ended otherwise", { fingerprint: ["1 a", "2 x", "3 c"] }, ["undisturbed: 2 b", "engine-killed: 2 x"]],
	["an order that is missing", { fingerprint: ["1 a", "2 b"] }, ["undisturbed: 3 c"]],
	["an order too many", { fingerprint: ["1 a", "2 b", "3 c", "4 d"] }, ["engine-killed: 4 d"]],
])("%s is found and named", (_what, given, different) => {
	const verdict = judge(company(given), company());
	expect(verdict).toMatchObject({ holds: false, different });
	for (const line of different) expect(printed(verdict)).toContain(line);
});

test("a broken rule does not hold, with or without anything to compare, and is named", () => {
	const broken = judge(company({ findings: [{ holds: "a rule", breaches: 2 }] }), null);
	expect(broken).toMatchObject({ holds: false, different: null });
	expect(printed(broken)).toContain("BROKEN a rule (2)");
});
