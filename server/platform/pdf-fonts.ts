import path from "node:path";
import { Font } from "@react-pdf/renderer";

/** Each file holds one script only; a letter is looked for in one family after the other. */
const scripts = ["latin", "latin-ext", "cyrillic", "cyrillic-ext"];
const weights = [400, 600] as const;
/** What a PDF is set in: the screens' own typeface, with Cyrillic. */
export const fontFamily = scripts.map((script) => `Inter ${script}`);

for (const script of scripts) {
	Font.register({
		family: `Inter ${script}`,
		fonts: weights.map((fontWeight) => ({
			src: path.join(
				process.cwd(),
				"node_modules/@fontsource/inter/files",
				`inter-${script}-${fontWeight}-normal.woff`,
			),
			fontWeight,
		})),
	});
}
Font.registerHyphenationCallback((word) => [word]);
