import { existsSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { secretsOf } from "./secrets.mjs";

/** The folder that holds everything the embedded default keeps. */
export const dataFolder = (root) => path.resolve(root, process.env.DATA_DIR || ".data");

/** Variables of a `.env` file, where there is one; what is set already stays. */
export function loadEnvFile(root) {
	const file = path.join(root, ".env");
	if (existsSync(file)) process.loadEnvFile(file);
}

export const hasOutsideDatabase = () => Boolean(process.env.DATABASE_URL);

/** Where the server listens. Without a database of one's own it is a demo, and shows itself to this machine only. */
export function address() {
	const host = process.env.HOST || (hasOutsideDatabase() ? "0.0.0.0" : "localhost");
	const port = Number(process.env.PORT || 3000);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) {
		throw new Failure(`PORT must be a number from 1 to 65535, and not "${process.env.PORT}".`);
	}
	if (host === "127.0.0.1")
		throw new Failure('HOST can\'t be 127.0.0.1: say "localhost", or 0.0.0.0 for every network.');
	return { host, port, url: `http://localhost:${port}` };
}

/** The server's environment with a database of one's own: as given. What is missing, the server says at its start. */
export const outsideEnvironment = ({ host, port }) => ({
	...process.env,
	HOST: host,
	PORT: String(port),
	EMBEDDED_DATABASE: "off",
	DEMO: "off",
	...(process.env.FILES_DIR && { FILES_DIR: path.resolve(process.env.FILES_DIR) }),
});

/** The server's environment with the embedded database: complete by itself, and each variable that is given wins. */
export function embeddedEnvironment({ host, port, url }, dataDir, databaseUrl) {
	const { AUTH_SECRET, CARD_SANDBOX_SECRET, COOKIE_BAKER_SECRET, GOLD_HAT_SECRET } = secretsOf(dataDir);
	const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
	// The sandboxes answer in demo mode only: without it there is nobody to bake, to charge and to pay out but who is named.
	const sandboxes = given.DEMO !== "off" && {
		COOKIE_BAKER_URL: `${url}/api/sandbox/cookie-baker`,
		COOKIE_BAKER_SECRET,
		CARD_SANDBOX_URL: `${url}/api/sandbox/card`,
		CARD_SANDBOX_SECRET,
		GOLD_HAT_URL: `${url}/api/sandbox/gold-hat`,
		GOLD_HAT_SECRET,
	};
	return {
		APP_URL: url,
		AUTH_SECRET,
		...sandboxes,
		LOG_LEVEL: "warn",
		DEMO: "on",
		...given,
		HOST: host,
		PORT: String(port),
		DATABASE_URL: databaseUrl,
		EMBEDDED_DATABASE: "on",
		// The built server changes its working directory.
		FILES_DIR: path.resolve(given.FILES_DIR ?? path.join(dataDir, "files")),
	};
}
