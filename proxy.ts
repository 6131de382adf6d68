import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { NextRequest } from "next/server";
import createMiddleware from "next-intl/middleware";
import { contentSecurityPolicy, inlineScriptHashes, scriptHash } from "@/server/platform/content-security-policy";
import { routing } from "./app/_i18n/routing";
import { themeScript } from "./app/_ui/theme/theme-script";

const development = process.env.NODE_ENV === "development";
const themeHash = scriptHash(themeScript);
const localise = createMiddleware(routing);

/** Finds the page's language and gives it the strictest policy that its scripts can live with. */
export default async function proxy(request: NextRequest) {
	const policy = await policyFor(request.nextUrl.pathname);
	// Next.js reads the nonce from here and puts it on its own scripts.
	request.headers.set("content-security-policy", policy);
	const response = localise(request);
	response.headers.set("content-security-policy", policy);
	return response;
}

async function policyFor(pathname: string): Promise<string> {
	const known = development ? null : await staticHashes(pathname);
	if (known) return contentSecurityPolicy({ hashes: known });
	const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
	return contentSecurityPolicy({ nonce, hashes: [themeHash] }, { development });
}

const pages = path.join(/* turbopackIgnore: true */ process.cwd(), ".next/server/app");
const read = new Map<string, { changed: number; hashes: string[] }>();

/** The inline scripts of a page that was made at build time, or null for one that is made per request. */
async function staticHashes(pathname: string): Promise<string[] | null> {
	const prefixed = routing.locales.some((locale) => pathname === `/${locale}` || pathname.startsWith(`/${locale}/`));
	const page = prefixed ? pathname : `/${routing.defaultLocale}${pathname}`;
	if (!/^[\w/-]+$/.test(page)) return null;
	const file = path.join(pages, `${page.replace(/\/$/, "")}.html`);
	const found = await stat(file).catch(() => null);
	if (!found) return null;
	const before = read.get(file);
	if (before?.changed === found.mtimeMs) return before.hashes;
	const hashes = inlineScriptHashes(await readFile(file, "utf8"));
	read.set(file, { changed: found.mtimeMs, hashes });
	return hashes;
}

export const config = { matcher: "/((?!api|serwist|_next|.*\\..*).*)" };
