import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { cruise, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";
import { afterAll, describe, expect, it } from "vitest";
import config from "./dependency-cruiser.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "mcf-planted-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `[rule, the file that breaks it, what it imports]` */
const planted: [rule: string, file: string, imports: string][] = [
	[
		"public-face-only",
		"server/contexts/ordering/commands/place-order.ts",
		"server/contexts/identity/queries/get-account.ts",
	],
	["context-map-supplies", "server/contexts/supplies/router.ts", "server/contexts/billing/index.ts"],
	["context-map-ordering", "server/contexts/ordering/router.ts", "server/contexts/matching/index.ts"],
	["every-context-is-on-the-map", "server/contexts/gossip/index.ts", "server/kernel/money.ts"],
	["own-tables-only", "server/contexts/execution/commands/start.ts", "db/schema/ordering.ts"],
	["own-tables-only", "server/contexts/execution/commands/finish.ts", "db/schema/billing-invoices.ts"],
	["no-schema-crosses-contexts", "db/schema/billing.ts", "db/schema/ordering.ts"],
	["no-schema-crosses-contexts", "db/schema/billing-invoices.ts", "db/schema/execution.ts"],
	["domain-is-pure", "server/contexts/ordering/domain/order.ts", "server/platform/database.ts"],
	["contracts-are-isomorphic", "server/contexts/ordering/contracts.ts", "server/platform/database.ts"],
	["contracts-are-isomorphic", "server/contexts/hiring/contracts/applications.ts", "server/platform/database.ts"],
	["app-is-thin", "app/page.tsx", "server/platform/database.ts"],
	["app-is-thin", "app/other/page.tsx", "server/contexts/ordering/queries/list-orders.ts"],
	["api-routes-only-mount", "app/api/trpc/route.ts", "server/trpc/root.ts"],
	["server-does-not-know-app", "server/platform/log.ts", "app/_ui/button.tsx"],
	["kernel-is-a-leaf", "server/kernel/clock.ts", "server/platform/database.ts"],
	["only-roots-mount-contexts", "server/engine/loop.ts", "server/contexts/ordering/index.ts"],
	["catalogue-is-the-published-language", "server/events/catalog/ordering.ts", "server/platform/database.ts"],
	["tests-stay-out-of-production", "server/events/publish.ts", "server/contexts/ordering/testing.ts"],
	["no-circular", "server/platform/a.ts", "server/platform/b.ts"],
];

/** What the rules allow and must go on allowing. */
const allowed: [file: string, imports: string][] = [
	["server/contexts/ordering/queries/list-orders.ts", "db/schema/ordering.ts"],
	["server/contexts/billing/commands/issue-invoices.ts", "db/schema/billing-invoices.ts"],
	["db/schema/billing-invoices.ts", "db/schema/billing.ts"],
	["server/contexts/ordering/functions/assign.ts", "server/contexts/billing/index.ts"],
	["server/trpc/root.ts", "server/contexts/ordering/router.ts"],
	["app/orders/page.tsx", "server/contexts/ordering/contracts.ts"],
	["app/api/files/route.ts", "server/mounts/files.ts"],
	["server/contexts/ordering/orders.test.ts", "server/contexts/billing/testing.ts"],
];

const write = (file: string, text: string) => {
	mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
	writeFileSync(path.join(folder, file), text);
};

const relative = (from: string, to: string) => {
	const found = path.posix.relative(path.posix.dirname(from), to.replace(/\.tsx?$/, ""));
	return found.startsWith(".") ? found : `./${found}`;
};

async function violations(): Promise<{ rule: string; from: string }[]> {
	const imports: [file: string, imported: string][] = [
		...planted.map(([, file, imported]): [string, string] => [file, imported]),
		...allowed,
		["server/platform/b.ts", "server/platform/a.ts"],
	];
	const texts = new Map<string, string>();
	for (const [, imported] of imports) texts.set(imported, "export {};\n");
	for (const [file, imported] of imports) {
		texts.set(file, `${texts.get(file) ?? ""}import "${relative(file, imported)}";\n`);
	}
	for (const [file, text] of texts) write(file, text);
	const { doNotFollow, enhancedResolveOptions } = config.options;
	const result = await cruise(["app", "server", "db"], {
		baseDir: folder,
		ruleSet: { forbidden: config.forbidden as IForbiddenRuleType[] },
		validate: true,
		tsPreCompilationDeps: true,
		doNotFollow,
		enhancedResolveOptions,
	});
	const { summary } = result.output as ICruiseResult;
	return summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
}

const found = await violations();

describe("the import rules", () => {
	it.each(planted)("%s bites in %s", (rule, from) => {
		expect(found).toContainEqual({ rule, from });
	});

	it.each(allowed)("let %s import %s", (from) => {
		const rules = planted.filter(([, file]) => file === from).map(([rule]) => rule);
		expect(found.filter((violation) => violation.from === from && !rules.includes(violation.rule))).toEqual([]);
	});

	it("have a planted violation each", () => {
		const contextMaps = /^context-map-/;
		const rules = config.forbidden.map(({ name }: { name: string }) => name).filter((name) => !contextMaps.test(name));
		expect(new Set(planted.map(([rule]) => rule).filter((name) => !contextMaps.test(name)))).toEqual(new Set(rules));
	});
});
