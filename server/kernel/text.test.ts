import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { line, phone, prose, requiredProse } from "./text";

describe("a line of text", () => {
	it("is trimmed and normalised", () => {
		expect(line(80).parse("  Мурка  ")).toBe("Мурка");
		expect(line(80).parse("e\u0301")).toBe("é");
	});

	it.each(["", "   ", "a\u0000b", "a\nb", "\u202etxt.exe", "x".repeat(81), "\u2066hidden"])(
		"is not case %#",
		(text) => {
			expect(line(80).safeParse(text).success).toBe(false);
		},
	);

	it("may be emoji or written from right to left", () => {
		expect(line(80).parse("🐈 שלום")).toBe("🐈 שלום");
	});

	it("never lets a control character through", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
				const parsed = line(200).safeParse(text);
				if (parsed.success) expect(parsed.data).not.toMatch(/\p{Cc}/u);
			}),
		);
	});
});

describe("prose", () => {
	it("may have several lines, or none unless it is required", () => {
		expect(prose(100).parse("one\ntwo")).toBe("one\ntwo");
		expect(prose(100).parse("")).toBe("");
		expect(requiredProse(100).safeParse(" \n ").success).toBe(false);
		expect(prose(100).safeParse("a\u0000").success).toBe(false);
	});
});

describe("a phone number", () => {
	it("is kept as digits", () => expect(phone.parse("+7 (999) 000-11-22")).toBe("+79990001122"));
	it.each(["", "12", "call me", "+7999000112233445566"])("is not %j", (text) =>
		expect(phone.safeParse(text).success).toBe(false),
	);
});
