import { env } from "@/server/platform/env";

/**
 * Whether another site's page sent this with the visitor's cookies. Browsers say where a request comes from, on addresses that they
 * trust; elsewhere they name the origin at least when something is to change. A site beside ours (another port, another subdomain)
 * may link to us, and change nothing.
 */
export function isForeign({ method, headers }: Request): boolean {
	const changes = method !== "GET" && method !== "HEAD";
	const site = headers.get("sec-fetch-site");
	if (site) return site === "cross-site" || (changes && site === "same-site");
	const origin = headers.get("origin");
	if (!changes || origin === null) return false;
	return origin !== new URL(env().APP_URL).origin && hostOf(origin) !== headers.get("host");
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);
