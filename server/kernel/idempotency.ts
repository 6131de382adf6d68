import { createHash } from "node:crypto";

/** A digest of a command's input that does not depend on the order of keys. Used to refuse one key with two inputs. */
export const fingerprint = (input: unknown): string =>
	createHash("sha256").update(canonicalJson(input)).digest("base64url");

/** JSON with sorted keys; bigints and dates become tagged strings, so that 1n and "1" differ. */
export function canonicalJson(value: unknown): string {
	if (typeof value === "bigint") return `"bigint:${value}"`;
	if (value instanceof Date) return `"date:${value.toISOString()}"`;
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
	if (value !== null && typeof value === "object") {
		const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
		const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
		return `{${sorted.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(",")}}`;
	}
	return JSON.stringify(value) ?? "null";
}
