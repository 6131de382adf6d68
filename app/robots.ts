import type { MetadataRoute } from "next";
import { connection } from "next/server";

/** What is for signed-in people only has nothing to be found by search. */
export default async function robots(): Promise<MetadataRoute.Robots> {
	await connection();
	const closed = ["/api/", "/admin", "/orders", "/billing", "/profile", "/jobs", "/kiosk", "/demo", "/sign-in"];
	return {
		rules: { userAgent: "*", allow: "/", disallow: [...closed, ...closed.map((path) => `/ru${path}`)] },
		sitemap: new URL("/sitemap.xml", process.env.APP_URL).href,
	};
}
