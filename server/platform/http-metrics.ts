import { subscribe } from "node:diagnostics_channel";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { perProcess } from "@/server/kernel/per-process";
import { metered, stopwatch } from "./metrics";

/** A route of the build: its name, and the addresses that it answers. */
export type Route = { name: string; pattern: RegExp };

type Manifest = Record<"staticRoutes" | "dynamicRoutes", { page: string; regex: string }[]>;

const UNKNOWN = "unknown";
const LOCALE = "/[locale]";
const state = perProcess("http-metrics", () => ({ started: false }));

/**
 * Times every request of this process by its route and status, told by Node itself, so that no handler can be forgotten.
 * An address names no label: who tries a thousand of them makes one row.
 */
export function measureRequests(): void {
	if (!metered() || state.started) return;
	state.started = true;
	const routes = routesOf(readManifest());
	const begun = new WeakMap<IncomingMessage, ReturnType<typeof stopwatch>>();
	subscribe("http.server.request.start", (message) => {
		begun.set((message as { request: IncomingMessage }).request, stopwatch("requests"));
	});
	subscribe("http.server.response.finish", (message) => {
		const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
		begun.get(request)?.({
			method: request.method ?? UNKNOWN,
			route: routeOf(request.url ?? "", routes),
			status: String(response.statusCode),
		});
	});
}

/** The route that answers an address, by its name in the build, the language left out. */
export function routeOf(url: string, routes: readonly Route[]): string {
	const pathname = url.split("?", 1)[0] ?? "";
	if (pathname.startsWith("/_next/")) return "/_next";
	return routes.find(({ pattern }) => pattern.test(pathname))?.name ?? UNKNOWN;
}

/** The routes of a build in the order in which the framework tries them; what stands for any address is left out. */
export const routesOf = ({ staticRoutes, dynamicRoutes }: Manifest): Route[] =>
	[...staticRoutes, ...dynamicRoutes].filter(({ page }) => !page.includes("[...rest]")).map(named);

/** In the default language a page's address has no prefix. */
const named = ({ page, regex }: { page: string; regex: string }): Route =>
	page.startsWith(LOCALE)
		? { name: page.slice(LOCALE.length) || "/", pattern: new RegExp(regex.replace("^/([^/]+?)", "^(?:/[a-z]{2})?")) }
		: { name: page, pattern: new RegExp(regex) };

function readManifest(): Manifest {
	const file = path.join(/* turbopackIgnore: true */ process.cwd(), ".next/routes-manifest.json");
	try {
		return JSON.parse(readFileSync(file, "utf8")) as Manifest;
	} catch (error) {
		// In development routes come into being while one looks at them.
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return { staticRoutes: [], dynamicRoutes: [] };
		throw error;
	}
}
