import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { StepInfo } from "./chain";
import { fieldsOf } from "./fields-of";

const of = (shape: z.ZodRawShape) =>
	fieldsOf(z.toJSONSchema(z.strictObject(shape), { io: "input" }) as StepInfo["params"]);
const label = { en: "Days", ru: "Дни" };

describe("the form of a step", () => {
	it.each([
		[
			"a whole number with its limits",
			z.int().min(1).max(56).default(14).meta({ label }),
			{ kind: "number", whole: true, min: 1, max: 56, label },
		],
		["a fraction", z.number().min(0).max(1), { kind: "number", whole: false, min: 0, max: 1, label: null }],
		["yes or no", z.boolean().default(false), { kind: "yes-no" }],
		["one of a few", z.enum(["range", "places"]), { kind: "choice", values: ["range", "places"] }],
		["an expression", z.string().max(300).meta({ format: "expression" }), { kind: "expression", longest: 300 }],
		["a text", z.string(), { kind: "text" }],
		["anything else", z.array(z.string()), { kind: "json" }],
	])("has a field for %s", (_what, schema, field) => {
		expect(of({ asked: schema })).toMatchObject([{ name: "asked", ...field }]);
	});

	it("keeps the order in which the step names its parameters, and says which may be left out", () => {
		const fields = of({ b: z.boolean().default(true), a: z.int() });
		expect(fields.map(({ name, optional }) => [name, optional])).toEqual([
			["b", true],
			["a", false],
		]);
		expect(of({})).toEqual([]);
	});
});
