import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { env } from "./env";

/** Candidates' pages and what they call: what is attacked. */
const hiring = [
	/^\/(apply|application|assessment)(\/|$)/,
	/^\/api\/(apply|files\/assessment)(\/|$)/,
	/^\/api\/trpc\/hiring\.(assessment|paper|startAttempt|saveAnswers|finishSection|finishAttempt|myApplication|withdrawMine|eraseMine|myData)$/,
];
/** What both need: what candidates' pages lead to, files of the build, what pages of every surface ask, what operators ask. */
const everybodys = [
	/^\/(for-workers|privacy|terms|imprint)$/,
	/^\/(_next|serwist)\//,
	/^\/[^/]+\.[a-z0-9]+$/,
	/^\/api\/trpc\/(business\.settings|demo\.open|demo\.clock|identity\.me)$/,
	/^\/api\/(health\/(live|ready)|metrics|inngest)$/,
];
const language = /^\/(en|ru)(?=\/|$)/;
const BATCH = /^\/api\/trpc\/(?<names>[^/]+)$/;

/**
 * Whether this instance answers an address, by `SURFACES`: one that shows candidates' pages alone can be drowned without any
 * other noticing, and the others can switch them off.
 */
export function serves(address: string): boolean {
	const { SURFACES } = env();
	if (SURFACES === "all") return true;
	const pathname = (address.split("?")[0] ?? "").replace(language, "") || "/";
	const names = BATCH.exec(pathname)?.groups?.names?.split(",");
	return (names?.map((name) => `/api/trpc/${name}`) ?? [pathname]).every((one) => {
		if (everybodys.some((known) => known.test(one))) return true;
		return hiring.some((known) => known.test(one)) === (SURFACES === "hiring");
	});
}

/** Where everything leads that this instance does not answer: nothing is there. */
const NOWHERE = "/api/nowhere";

/** Sends every request of this process that is another surface's to where nothing is, so that no route can be forgotten. */
export function keepToSurfaces(): void {
	if (env().SURFACES === "all") return;
	subscribe("http.server.request.start", (message) => {
		const { request } = message as { request: IncomingMessage };
		if (!serves(request.url ?? "/")) request.url = NOWHERE;
	});
}
