import path from "node:path";

// This application is built two folders below the checkout, whose packages it shares.
const root = path.resolve(import.meta.dirname, "../../..");

/** @type {import("next").NextConfig} */
const config = {
	output: "standalone",
	outputFileTracingRoot: root,
	turbopack: { root },
	serverExternalPackages: ["postgres"],
	poweredByHeader: false,
	typescript: { ignoreBuildErrors: true },
};

export default config;
