import { expect, test } from "vitest";
import { routeOf, routesOf } from "./http-metrics";

/** As the framework writes it at the build. */
const routes = routesOf({
	staticRoutes: [{ page: "/api/live", regex: "^/api/live(?:/)?$" }],
	dynamicRoutes: [
		{ page: "/api/trpc/[trpc]", regex: "^/api/trpc/([^/]+?)(?:/)?$" },
		{ page: "/[locale]", regex: "^/([^/]+?)(?:/)?$" },
		{ page: "/[locale]/orders", regex: "^/([^/]+?)/orders(?:/)?$" },
		{ page: "/[locale]/orders/new", regex: "^/([^/]+?)/orders/new(?:/)?$" },
		{ page: "/[locale]/orders/[orderId]", regex: "^/([^/]+?)/orders/([^/]+?)(?:/)?$" },
		{ page: "/[locale]/[...rest]", regex: "^/([^/]+?)/(.+?)(?:/)?$" },
	],
});

test.each([
	["/", "/"],
	["/ru", "/"],
	["/orders", "/orders"],
	["/orders?state=placed", "/orders"],
	["/ru/orders", "/orders"],
	["/orders/new", "/orders/new"],
	["/ru/orders/0198c0de-0000-7000-8000-000000000000", "/orders/[orderId]"],
	["/api/trpc/ordering.getOrder,billing.owed?batch=1", "/api/trpc/[trpc]"],
	["/api/live", "/api/live"],
	["/_next/static/chunks/a1b2c3.js", "/_next"],
	["/wp-admin/setup.php", "unknown"],
	["/orders/1/2/3", "unknown"],
])("%s is counted as %s", (url, route) => {
	expect(routeOf(url, routes)).toBe(route);
});
