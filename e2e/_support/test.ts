import { test as base } from "@playwright/test";
import { seededDataDir } from "./seeded";
import { type AppServer, removeDataDir, startServer } from "./server";

/**
 * What every end-to-end test imports instead of Playwright's own `test`. Each worker has an installation of its own, with
 * demo data and a business clock that a test may move; the tests of a worker run one after another on it.
 */
export const test = base.extend<{ baseURL: string }, { serverEnv: Record<string, string>; server: AppServer }>({
	/** Variables for the server of a file's tests: `test.use({ serverEnv: { … } })` at its top. */
	serverEnv: [{}, { scope: "worker", option: true }],
	server: [
		async ({ serverEnv }, use) => {
			const dataDir = await seededDataDir();
			const server = await startServer({ dataDir, env: serverEnv });
			await use(server);
			await server.stop();
			removeDataDir(dataDir);
		},
		{ scope: "worker", timeout: 300_000 },
	],
	baseURL: ({ server }, use) => use(server.url),
});

export { expect } from "@playwright/test";
