/** Latin and Cyrillic letters, and the signs that are written with them: what the fonts of the printed form hold. */
const UNPRINTABLE = /[^\p{Script=Latin}\p{Script=Cyrillic}\u0020-\u007e\u00a0-\u00ff‐-‧№]/gu;

/** A text without what the printer has no letters for; a dash when nothing is left. */
export const printable = (text: string): string =>
	text.normalize("NFC").replace(UNPRINTABLE, " ").replace(/ +/g, " ").trim() || "—";
