import { describe, expect, it } from "vitest";
import { idInToken, linkToken, tokenOpens } from "./link-tokens";

const [one, two] = ["01900000-0000-7000-8000-00000000000a", "01900000-0000-7000-8000-00000000000b"];
const token = linkToken("assessment", one, 1);

describe("a link", () => {
	it("names what it is for and opens it", () => {
		expect(idInToken(token)).toBe(one);
		expect(tokenOpens(token, "assessment", one, 1)).toBe(true);
	});

	it.each([
		["another thing", token, "assessment", two, 1],
		["another thing by its name put in", token.replace(/^.{32}/, two.replaceAll("-", "")), "assessment", two, 1],
		["another kind of thing", token, "invitation", one, 1],
		["what has had a newer link since", token, "assessment", one, 2],
		["anything by a guessed end", `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`, "assessment", one, 1],
		["anything by half of it", token.slice(0, 40), "assessment", one, 1],
	])("does not open %s", (_what, given, about, id, version) => {
		expect(tokenOpens(given, about, id, version)).toBe(false);
	});

	it.each(["", "x", `${token}x`, token.slice(1)])("“%s” names nothing", (text) => expect(idInToken(text)).toBeNull());
});
