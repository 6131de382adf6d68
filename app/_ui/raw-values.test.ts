import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const app = path.join(import.meta.dirname, "..");

/** The drawing of cats has pigments, and the browser's own frame wants two values before any stylesheet is there. */
const allowed = [/^_ui\/cat\/pigments\.ts$/, /^\[locale\]\/layout\.tsx$/];

const sources = readdirSync(app, { recursive: true, encoding: "utf8" }).filter(
	(file) =>
		/\.tsx?$/.test(file) &&
		!file.endsWith(".test.ts") &&
		!file.endsWith(".test.tsx") &&
		!allowed.some((pattern) => pattern.test(file)),
);

test("no page and no component has a colour of its own", () => {
	const raw = /(["'\s[(])#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgba?|hsla?|oklch)\(/i;
	const offenders = sources.filter((file) => raw.test(readFileSync(path.join(app, file), "utf8")));
	expect(offenders).toEqual([]);
});

test("no page and no component goes around the scale of type and the palette", () => {
	const outside =
		/\btext-\[\d|\brounded-\[\d|\bshadow-\[|\b(?:bg|text|border)-(?:white|black|gray|red|green|blue|amber|orange)\b/;
	const offenders = sources.filter((file) => outside.test(readFileSync(path.join(app, file), "utf8")));
	expect(offenders).toEqual([]);
});
