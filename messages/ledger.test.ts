import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { ledgerAccounts, ledgerTransactions } from "@/db/schema/billing";
import { invariants } from "@/server/contexts/billing/ledger/invariants";
import { messages } from "./catalogue";

describe.each(["en", "ru"] as const)("the books in %s", (locale) => {
	const t = createTranslator({ locale, messages: messages[locale] });
	const wordless = (prefix: string, names: readonly string[]) =>
		names.filter((name) => !t.has(`${prefix}.${name}` as "common.appName"));

	it("have words for every kind of transaction and account", () => {
		expect(wordless("office.order.money.kinds", ledgerTransactions.kind.enumValues)).toEqual([]);
		expect(wordless("office.order.money.accounts", ledgerAccounts.kind.enumValues)).toEqual([]);
	});

	it("have words for everything that must be true of them", () => {
		const names = invariants.map(({ name }) => name);
		expect(names.length).toBeGreaterThan(15);
		expect(wordless("ledger.invariants", names)).toEqual([]);
	});
});
