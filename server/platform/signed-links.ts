import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { env } from "./env";

const token = z.string().regex(/^[A-Za-z0-9_-]{22}~\d{1,9}~[A-Za-z0-9_-]{43}$/);

/**
 * The token of a link that is the proof by itself: which thing, and which version of its link, signed. It is derived whenever it
 * is needed, and kept nowhere; a version more makes all earlier links void. No dot is in it: a path with one is a file's.
 */
export function linkToken(purpose: string, id: string, version = 1): string {
	const named = Buffer.from(id.replaceAll("-", ""), "hex").toString("base64url");
	return `${named}~${version}~${signature(purpose, id, version)}`;
}

/** What a link's token is about, or null when it is not one of ours for this purpose. Whether its version holds is not said here. */
export function readLinkToken(purpose: string, given: string): { id: string; version: number } | null {
	if (!token.safeParse(given).success) return null;
	const [named = "", version = "", signed = ""] = given.split("~");
	const hex = Buffer.from(named, "base64url").toString("hex");
	const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
	const expected = Buffer.from(signature(purpose, id, Number(version)));
	return timingSafeEqual(Buffer.from(signed), expected) ? { id, version: Number(version) } : null;
}

const signature = (purpose: string, id: string, version: number): string =>
	createHmac("sha256", env().AUTH_SECRET).update(`link ${purpose} ${id} ${version}`).digest("base64url");
