import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { misnamedSources, strangers } from "./vocabulary";

const planted = mkdtempSync(path.join(tmpdir(), "mcf-vocabulary-"));
afterAll(() => rmSync(planted, { recursive: true, force: true }));

const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" })
	.split("\n")
	.filter(Boolean);
const sources = tracked.filter((file) => /\.(ts|tsx|mjs)$/.test(file));
const lines = (file: string) => readFileSync(file, "utf8").split("\n").length - 1;

describe("the house", () => {
	it("has no folder or file that is not on the map", () => expect(strangers(".")).toEqual([]));

	it("names its sources in kebab case", () => expect(misnamedSources(tracked)).toEqual([]));

	it("has no source over 300 lines and no test over 500", () => {
		const limit = (file: string) => (file.includes(".test.") || file.startsWith("e2e/") ? 500 : 300);
		expect(sources.filter((file) => lines(file) > limit(file))).toEqual([]);
	});

	it("has no escape from the types and no note to a later self", () => {
		const loophole = new RegExp(
			[
				"as an" + "y\\b",
				": an" + "y\\b",
				"@ts-" + "(ignore|nocheck|expect-error)",
				"biome-" + "ignore",
				"TO" + "DO",
				"FIX" + "ME",
			].join("|"),
		);
		expect(sources.filter((file) => loophole.test(readFileSync(file, "utf8")))).toEqual([]);
	});

	it("asks no other clock than the kernel's", () => {
		const clock = /new Date\(\)|Date\.now\(\)/;
		const house = sources.filter((file) => /^(app|server|db|emails)\//.test(file) && !/(\.test\.|testing)/.test(file));
		const askers = house.filter((file) => file !== "server/kernel/clock.ts" && clock.test(readFileSync(file, "utf8")));
		expect(askers).toEqual([]);
	});
});

describe("a planted stranger", () => {
	const plant = (...files: string[]) => {
		for (const folder of ["server/contexts", "db"]) mkdirSync(path.join(planted, folder), { recursive: true });
		for (const file of files) {
			mkdirSync(path.dirname(path.join(planted, file)), { recursive: true });
			writeFileSync(path.join(planted, file), "");
		}
	};

	it("is found wherever it stands", () => {
		plant(
			"utils/a.ts",
			"server/helpers/a.ts",
			"server/contexts/ordering/services/a.ts",
			"server/contexts/ordering/helpers.ts",
			"server/contexts/ordering/commands/place.ts",
			"server/contexts/ordering/queries/orders.ts",
			"server/contexts/ordering/commands/place-order.ts",
			"server/contexts/billing/ledger/post.ts",
			"server/contexts/ordering/ledger/post.ts",
		);
		expect(strangers(planted)).toEqual([
			"server/helpers is not on the map",
			"utils is not on the map",
			"server/contexts/ordering/ledger: no context has such a folder",
			"server/contexts/ordering/services: no context has such a folder",
			"server/contexts/ordering/helpers.ts: a context has only index.ts, contracts.ts, router.ts, http.ts, testing.ts",
			"server/contexts/ordering/commands/place.ts: commands are called verb-noun.ts",
			"server/contexts/ordering/queries/orders.ts: queries are called get-, list-, find- or search-noun.ts",
		]);
		expect(
			misnamedSources(["server/a/OrderThing.ts", "server/a/order_thing.ts", "server/a/order-thing.test.ts"]),
		).toEqual(["server/a/OrderThing.ts", "server/a/order_thing.ts"]);
	});
});
