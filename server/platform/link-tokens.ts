import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "./env";

const signatureOf = (about: string, id: string, version: number): string =>
	createHmac("sha256", env().AUTH_SECRET).update(`${about}\n${id}\n${version}`).digest("base64url").slice(0, 32);

/**
 * What the secret link to something ends in. It is derived wherever it is needed, so that no table, event or log has it; the
 * next version makes every earlier link worthless.
 */
export const linkToken = (about: string, id: string, version: number): string =>
	`${id.replaceAll("-", "")}${signatureOf(about, id, version)}`;

const TOKEN = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})[A-Za-z0-9_-]{32}$/;

/** The id that a token says it is for. Nothing is proved by that. */
export function idInToken(token: string): string | null {
	const parts = TOKEN.exec(token);
	return parts ? parts.slice(1, 6).join("-") : null;
}

/** Whether the token is the one to this very thing, in the version that is good now. */
export function tokenOpens(token: string, about: string, id: string, version: number): boolean {
	const given = Buffer.from(token);
	const expected = Buffer.from(linkToken(about, id, version));
	return given.length === expected.length && timingSafeEqual(given, expected);
}
