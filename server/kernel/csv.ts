/** What may stand in a cell of an export. */
export type CsvValue = string | number | bigint | boolean | Date | null | undefined;

/** A spreadsheet takes a cell that begins so for a formula, and does what it says. */
const FORMULA = /^[\s]*[=+\-@\t\r]/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;
const NEEDS_QUOTES = /[",;\r\n]|^\s|\s$/;

/** Values as one line of CSV (RFC 4180), with no cell that a spreadsheet would run. */
export const csvLine = (values: readonly CsvValue[]): string => `${values.map(cell).join(",")}\r\n`;

function cell(value: CsvValue): string {
	if (value === null || value === undefined) return "";
	const text = value instanceof Date ? value.toISOString() : String(value);
	const safe = typeof value === "string" && FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
	return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Hundredths as a plain number with a point, the same in every language. */
export function csvAmount(minor: bigint | null): string | null {
	if (minor === null) return null;
	const absolute = minor < 0n ? -minor : minor;
	return `${minor < 0n ? "-" : ""}${absolute / 100n}.${String(absolute % 100n).padStart(2, "0")}`;
}
