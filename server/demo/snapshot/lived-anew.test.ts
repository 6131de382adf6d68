import postgres from "postgres";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { rawSql } from "@/db/client";
import { createDatabase } from "@/db/testing/database";
import { type Services, serveServices } from "@/scripts/chaos/services";
import { startTestEngine } from "@/server/engine/testing";
import { functions } from "@/server/inngest/functions";
import { addDays, businessDate, instantAt } from "@/server/kernel/calendar";
import { fileStore } from "@/server/platform/files/store";
import { seedDemo } from "../seed";
import { SHIPPED_PRESENT } from "./manifest";
import { restoreSnapshot } from "./restore";
import { storyUntil } from "./story";

/** The payment services are there as in the demo. No contractor bakes: the story tells nothing of cookies. */
const port = await vi.hoisted(async () => {
	const { freePort } = await import("@/scripts/lib/ports.mjs");
	const { addressesOf } = await import("@/scripts/chaos/services");
	const { SHIPPED_PRESENT } = await import("./manifest");
	const port = await freePort();
	Object.assign(process.env, addressesOf(port));
	delete process.env.COOKIE_BAKER_URL;
	delete process.env.COOKIE_BAKER_SECRET;
	process.env.DEMO_PRESENT = SHIPPED_PRESENT;
	return port;
});

const zone = "Europe/Moscow";
/** The whole month takes minutes: `npm test` takes its first days. At five in the morning nobody does anything. */
const daysBefore = process.env.LONG_TESTS ? 0 : 28;
const until = instantAt(addDays(businessDate(new Date(SHIPPED_PRESENT), zone), -daysBefore), "05:00", zone);
let services: Services;
let engine: Awaited<ReturnType<typeof startTestEngine>>;

beforeAll(async () => {
	services = await serveServices(port, [], Math.random);
	engine = await startTestEngine(functions);
}, 60_000);
afterAll(async () => {
	await engine.stop();
	await services.stop();
});

async function shippedStory(): Promise<string[]> {
	const { url, drop } = await createDatabase("empty");
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	try {
		await restoreSnapshot({ url, files: fileStore(), address: "http://localhost:3000" });
		return await storyUntil(sql, until);
	} finally {
		await sql.end();
		await drop();
	}
}

it("the company that is shipped is what living through it anew leads to; else: npm run demo:snapshot", {
	timeout: 600_000,
}, async () => {
	await seedDemo({ until });
	const story = await storyUntil(rawSql(), until);
	expect(story.length).toBeGreaterThan(20);
	expect(story).toEqual(await shippedStory());
});
