/**
 * How a test on the database is written
 *
 * - Put it beside what it tests, `<file>.test.ts`. Files of the project `pure` in vitest.config.ts have no database and start
 *   faster; all others run after this setup and own a fresh copy of the migrated template, reference data included.
 * - Just call the code: `database()`, `createCtx()` and the rest find this file's database. Never mock it.
 * - The tests of one file share it and run one after another. Give each its own people and orders (a context's `testing.ts`
 *   builds them) instead of emptying tables; ask for rows by id, not for all of them.
 * - Business time: `at(ctx, "2026-11-22T10:00:00Z")` for one call; the time machine moves it for the whole database.
 * - Races are real: `Promise.allSettled([…])` of two commands, each in its own transaction.
 * - A second database: `createDatabase()` from `@/db/testing/database`.
 * - Logs are silent; `LOG_LEVEL=debug npx vitest run <file>` shows them.
 */
import { afterAll, vi } from "vitest";
import { createDatabase } from "./database";

const own = await createDatabase();
const before = { ...process.env };
process.env.DATABASE_URL = own.url;

// The files of a worker share its process, for packages take longer to load than most tests to run. Nothing else is shared.
afterAll(async () => {
	const { closeDatabase } = await import("@/db/client");
	await closeDatabase();
	await own.drop();
	process.env = before;
	for (const key of Object.getOwnPropertySymbols(globalThis)) {
		if (Symbol.keyFor(key)?.startsWith("make-cats-free/")) Reflect.deleteProperty(globalThis, key);
	}
	vi.resetModules();
});
