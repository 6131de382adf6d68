import fc from "fast-check";
import superjson from "superjson";
import { describe, expect, test } from "vitest";
import { fromWire, toWire } from "./wire";

/** All that procedures take and give, under names that are awkward on purpose. */
const leaf = fc.oneof(
	fc.string(),
	fc.boolean(),
	fc.constant(null),
	fc.constant(undefined),
	fc.bigInt(),
	fc.integer(),
	fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
	fc.date({ noInvalidDate: true }),
);
const key = fc.oneof(fc.constantFrom("a.b", "a\\.b", "\\", "order", "0"), fc.string({ minLength: 1, maxLength: 8 }));
const fit = key.filter((name) => !["__proto__", "constructor", "prototype"].includes(name));
const { value } = fc.letrec((tie) => ({
	value: fc.oneof(
		{ maxDepth: 4 },
		leaf,
		fc.array(tie("value"), { maxLength: 4 }),
		fc.dictionary(fit, tie("value"), { maxKeys: 4, noNullPrototype: true }),
	),
}));

const overTheWire = <Sent>(sent: Sent): Sent => JSON.parse(JSON.stringify(sent));

describe("what travels between browser and server", () => {
	test("the browser reads what superjson wrote", () => {
		fc.assert(
			fc.property(value, (sent) => void expect(fromWire(overTheWire(superjson.serialize(sent)))).toEqual(sent)),
		);
	});

	test("superjson reads what the browser wrote", () => {
		fc.assert(
			fc.property(value, (sent) => void expect(superjson.deserialize(overTheWire(toWire(sent)))).toEqual(sent)),
		);
	});

	test("what was handed over stays as it was: a page is read from it more than once", () => {
		const handed = superjson.serialize({ at: new Date(0), amount: 5n });
		const before = structuredClone(handed);
		expect(fromWire(handed)).toEqual(fromWire(handed));
		expect(handed).toEqual(before);
	});

	test("a kind that the browser does not know is an error, not a wrong value", () => {
		expect(() => fromWire(superjson.serialize({ names: new Set(["Murka"]) }))).toThrow(/does not know/);
	});
});
