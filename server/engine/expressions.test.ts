import { describe, expect, test } from "vitest";
import { evaluate, holds, matchKey, matchKeysOf, parseExpression, UnsupportedExpression } from "./expressions";

const scope = {
	event: { name: "a", data: { id: 5, key: "k", ok: true, none: null, deep: { er: "x" }, list: [1] } },
	async: { name: "b", data: { id: 5, key: "other", sum: 12.5 } },
};

describe("an expression", () => {
	test.each([
		["event.data.id == async.data.id", true],
		["event.data.key == async.data.key", false],
		["event.data.key == 'k'", true],
		['event.data.key == "k" && async.data.sum >= 12.5', true],
		["event.data.key == 'no' || event.data.ok", true],
		["!(event.data.id != 5)", true],
		["event.data.id < 5 || event.data.id > 5", false],
		["event.data.none == null", true],
		["event.data.deep.er == 'x'", true],
		["event.data.ok == true", true],
		["event.data.key + '-' + async.data.key", "k-other"],
		["event.data.id + 2", 7],
		["event.data.key == 'it\\'s'", false],
	])("%s is %j", (source, expected) => expect(evaluate(parseExpression(source), scope)).toBe(expected));

	test("does not hold about what is not there", () => {
		expect(holds(parseExpression("event.data.missing == async.data.missing"), scope)).toBe(false);
		expect(holds(parseExpression("event.data.missing != 1"), scope)).toBe(false);
		expect(holds(parseExpression("event.data.toString == 1"), scope)).toBe(false);
	});

	test.each([
		"",
		"event.data.id ==",
		"event.data.list[0] == 1",
		"size(event.data.list)",
		"now() > 1",
		"a.b == 1",
		"(event.id",
	])("%j is refused", (source) => expect(() => parseExpression(source)).toThrow(UnsupportedExpression));
});

describe("the key under which a run waits", () => {
	test.each([
		["event.data.id == async.data.id", "data.id=5"],
		["async.data.other == event.data.key", 'data.other="k"'],
		["async.data.sum > 3 && event.data.id == async.data.number", "data.number=5"],
		["async.data.sum > 3", ""],
		["event.data.id == async.data.id || event.data.ok", ""],
		["event.data.deep == async.data.deep", ""],
	])("%s gives %j", (source, key) => expect(matchKey(parseExpression(source), scope.event)).toBe(key));

	test("is among the keys of each event that fits", () => {
		const keys = matchKeysOf({ name: "b", data: { id: 5, deep: { er: "x" }, list: [1], none: null } });
		expect(keys).toEqual(["", 'name="b"', "data.id=5", 'data.deep.er="x"', "data.none=null"]);
	});
});
