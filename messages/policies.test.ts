import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { policyFields, policySetNames } from "@/server/platform/policies/contracts";
import { messages } from "./catalogue";

describe.each(["en", "ru"] as const)("the rules in %s", (locale) => {
	const t = createTranslator({ locale, messages: messages[locale], namespace: "policies" });

	it.each(policySetNames)("have words for each field of %s", (set) => {
		const wordless = policyFields(set).filter(({ path }) => !t.has(`fields.${set}.${path}` as "title"));
		expect(wordless).toEqual([]);
		expect(t.has(`sets.${set}.title`)).toBe(true);
	});
});
