import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const css = readFileSync(path.join(import.meta.dirname, "../globals.css"), "utf8");

const tokens = new Map(
	[...css.matchAll(/--color-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
		([, name = "", light = "", dark = ""]) => [name, { light, dark }],
	),
);

const themes = ["light", "dark"] as const;

function luminance(hex: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5]
		.map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
		.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two tokens as WCAG 2.2 defines it. */
function contrast(one: string, other: string, theme: (typeof themes)[number]): number {
	const [lighter = 0, darker = 0] = [one, other]
		.map((name) => luminance(tokens.get(name)?.[theme] ?? "none"))
		.sort((a, b) => b - a);
	return (lighter + 0.05) / (darker + 0.05);
}

const grounds = ["canvas", "surface", "raised", "sunken", "hover"];
const tones = ["good", "warn", "bad", "info"];

const texts: [text: string, ground: string][] = [
	...grounds.flatMap((ground) => ["ink", "muted", ...tones].map((text): [string, string] => [text, ground])),
	...tones.flatMap((tone) => [tone, "ink", "muted"].map((text): [string, string] => [text, `${tone}-tint`])),
	["on-accent", "accent"],
	["on-accent", "accent-hover"],
	["on-bad", "bad-solid"],
	["on-bad", "bad-solid-hover"],
	["on-inverse", "inverse"],
	["ink", "glow"],
	["muted", "glow"],
];

const marks: [mark: string, ground: string][] = [
	...["canvas", "surface", "raised", "sunken"].flatMap((ground) =>
		["edge", "focus", "star", "accent", "bad-solid", "inverse"].map((mark): [string, string] => [mark, ground]),
	),
	...[1, 2, 3, 4, 5, 6].map((chart): [string, string] => [`chart-${chart}`, "surface"]),
];

describe.each(themes)("%s theme", (theme) => {
	test.each(texts)("%s can be read on %s", (text, ground) => {
		expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5);
	});

	test.each(marks)("%s can be seen on %s", (mark, ground) => {
		expect(contrast(mark, ground, theme)).toBeGreaterThanOrEqual(3);
	});
});

test("every colour of the stylesheet is a token", () => {
	const outsideTokens = css.replace(/@theme static \{[\s\S]*?\n\}/, "");
	expect(outsideTokens.match(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(|\boklch\(/gi) ?? []).toEqual([]);
});
