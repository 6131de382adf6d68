import { describe, expect, test } from "vitest";
import { invalidFieldsOf, isUnauthorized, isWorthRetrying, RefusedRequest, troubleOf } from "./refusal";

const answered = (data: RefusedRequest["data"]) => new RefusedRequest(data);

describe("an error becomes a kind of trouble", () => {
	test("a refusal keeps its code and the values for its words", () => {
		const refusal = { code: "ordering.slot_taken", details: { time: "10:00" } };
		expect(troubleOf(answered({ code: "CONFLICT", httpStatus: 409, refusal }))).toEqual({
			kind: "refusal",
			...refusal,
		});
	});

	test.each([
		["UNAUTHORIZED", "common.sign_in_first"],
		["FORBIDDEN", "common.not_allowed"],
		["NOT_FOUND", "common.not_found"],
	])("%s without a refusal of its own has the common words", (code, refusal) => {
		expect(troubleOf(answered({ code }))).toMatchObject({ kind: "refusal", code: refusal });
	});

	test.each([
		["BAD_REQUEST", "bad_input"],
		["TOO_MANY_REQUESTS", "too_many"],
		["PAYLOAD_TOO_LARGE", "too_large"],
		["INTERNAL_SERVER_ERROR", "unexpected"],
	])("%s is %s", (code, reason) => {
		expect(troubleOf(answered({ code }))).toEqual({ kind: "generic", reason });
	});

	test("no answer at all is the network", () => {
		expect(troubleOf(new TypeError("Failed to fetch"))).toEqual({ kind: "generic", reason: "no_network" });
	});

	test.each([null, undefined, "text", new Error("secret table"), {}, 7])("%j is unexpected", (error) => {
		expect(troubleOf(error)).toEqual({ kind: "generic", reason: "unexpected" });
	});
});

describe("what follows from it", () => {
	test("only what was no decision is tried again", () => {
		expect(isWorthRetrying(new TypeError("Failed to fetch"))).toBe(true);
		expect(isWorthRetrying(answered({ httpStatus: 503 }))).toBe(true);
		expect(isWorthRetrying(answered({ httpStatus: 409 }))).toBe(false);
		expect(isWorthRetrying(answered({ httpStatus: 401 }))).toBe(false);
	});

	test("an ended session is known, and the server's invalid fields are named", () => {
		expect(isUnauthorized(answered({ code: "UNAUTHORIZED" }))).toBe(true);
		expect(isUnauthorized(answered({ code: "FORBIDDEN" }))).toBe(false);
		const invalidFields = [{ path: "place.zoneId", code: "invalid_type" }];
		expect(invalidFieldsOf(answered({ code: "BAD_REQUEST", invalidFields }))).toEqual(["place.zoneId"]);
		expect(invalidFieldsOf(new Error("x"))).toEqual([]);
	});
});
