import { describe, expect, it } from "vitest";
import { newId } from "@/server/kernel/ids";
import { linkToken, readLinkToken } from "./signed-links";

describe("a link's token", () => {
	it("names what it is about, and its version", () => {
		const id = newId<string>();
		expect(readLinkToken("apply", linkToken("apply", id, 7))).toEqual({ id, version: 7 });
	});

	it("is the same each time it is derived", () => {
		const id = newId<string>();
		expect(linkToken("apply", id)).toBe(linkToken("apply", id));
	});

	it("is for one purpose, one thing, one version", () => {
		const [id, other] = [newId<string>(), newId<string>()];
		const [named, version, signed] = linkToken("apply", id).split("~");
		const [otherNamed] = linkToken("apply", other).split("~");
		expect(readLinkToken("assessment", linkToken("apply", id))).toBeNull();
		expect(readLinkToken("apply", `${otherNamed}~${version}~${signed}`)).toBeNull();
		expect(readLinkToken("apply", `${named}~2~${signed}`)).toBeNull();
	});

	it("stands in a path without being taken for a file's name", () => {
		const token = linkToken("apply", newId<string>(), 12);
		expect(token).not.toContain(".");
		expect(encodeURIComponent(token)).toBe(token);
	});

	it.each(["", "x", "..", "a-link-that-nobody-gave", `${"A".repeat(22)}~1~${"A".repeat(43)}`, "\u0000"])(
		"is not %j",
		(given) => {
			expect(readLinkToken("apply", given)).toBeNull();
		},
	);
});
