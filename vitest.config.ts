import path from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const root = import.meta.dirname;

/** What takes longest begins first, so that at the end no worker waits for the other. */
const longest = [
	"server/trpc/office-plans.test.ts",
	"scripts/chaos/chaos.test.ts",
	"server/demo/simulate.test.ts",
	"server/demo/snapshot/lived-anew.test.ts",
	"server/inngest/house.test.ts",
	"server/mounts/foreign-and-repeated.test.ts",
];
const isShort = ({ moduleId }: TestSpecification): number => Number(!longest.some((file) => moduleId.endsWith(file)));

class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		return (await super.sort(files)).toSorted((one, other) => isShort(one) - isShort(other));
	}
}

/** Tests of pure code: no database, no setup. All others get a database. */
const pure = [
	"server/kernel/**/*.test.ts",
	"server/contexts/*/domain/**/*.test.ts",
	"server/contexts/matching/steps/**/*.test.ts",
	"server/contexts/*/contracts.test.ts",
	"server/platform/{env,log,redact}.test.ts",
	"server/architecture/{imports,vocabulary}.test.ts",
	"app/**/*.test.{ts,tsx}",
	"messages/**/*.test.ts",
	"scripts/**/*.test.{mjs,ts}",
];

export default defineConfig({
	resolve: {
		alias: [
			{ find: /^@\//, replacement: `${root}/` },
			{ find: /^server-only$/, replacement: path.join(root, "scripts/lib/nothing.mjs") },
		],
	},
	test: {
		pool: "forks",
		sequence: { sequencer: LongestFirst },
		maxWorkers: 2,
		testTimeout: 20_000,
		hookTimeout: 30_000,
		env: {
			NODE_ENV: "test",
			TZ: "UTC",
			DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
			EMBEDDED_DATABASE: "on",
			APP_URL: "http://localhost:3000",
			AUTH_SECRET: "a secret for tests, known to everybody",
			FILES_DIR: path.join(root, "test-results/files"),
			COOKIE_BAKER_URL: "http://127.0.0.1:1/bakery",
			COOKIE_BAKER_SECRET: "another secret known to everybody",
			CARD_SANDBOX_URL: "",
			CARD_SANDBOX_SECRET: "",
			CARD_SANDBOX_PATIENCE_MS: "1500",
			GOLD_HAT_PATIENCE_MS: "1000",
			LOG_LEVEL: process.env.LOG_LEVEL ?? "silent",
		},
		projects: [
			// Pure code keeps nothing, so the files of a worker may share what they import.
			{ extends: true, test: { name: "pure", include: pure, isolate: false } },
			{
				extends: true,
				test: {
					name: "database",
					isolate: false,
					include: ["{server,db,emails}/**/*.test.{ts,tsx}"],
					exclude: pure,
					globalSetup: ["db/testing/cluster.ts"],
					setupFiles: ["db/testing/setup.ts"],
				},
			},
		],
	},
});
