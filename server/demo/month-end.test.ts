import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { payouts } from "@/db/schema/billing-payouts";
import { transfers } from "@/db/schema/billing-transfers";
import { listLedgerFindings } from "@/server/contexts/billing";
import { getAccountByEmail } from "@/server/contexts/identity";
import { startTestEngine } from "@/server/engine/testing";
import { beginTimeAt, idle } from "@/server/engine/time-machine";
import { functions } from "@/server/inngest/functions";
import { system } from "@/server/kernel/actor";
import { instantAt } from "@/server/kernel/calendar";
import { goldHatSandbox, goldHatSandboxTransfer, goldHatWebhook } from "@/server/mounts/gold-hat";
import { serveHttp } from "@/server/mounts/testing-server";
import { createCtx } from "@/server/platform/context";
import { livingCast } from "./cast";
import { layCompany } from "./company";
import { liveHistory } from "./seed";

/** The environment is read once, by what is imported above: the addresses have to be known before. */
const port = await vi.hoisted(async () => {
	const { freePort } = await import("@/scripts/lib/ports.mjs");
	const port = await freePort();
	delete process.env.COOKIE_BAKER_URL;
	delete process.env.COOKIE_BAKER_SECRET;
	process.env.APP_URL = `http://127.0.0.1:${port}`;
	process.env.GOLD_HAT_URL = `http://127.0.0.1:${port}/api/sandbox/gold-hat`;
	process.env.GOLD_HAT_SECRET = "a third secret, known to everybody";
	return port;
});

const ctx = createCtx({ actor: system("test") });
const zone = "Europe/Moscow";
/** Few, so that each has much to do; one of them is whom Gold Hat has closed the account of. */
const cast = { ...livingCast, workers: livingCast.workers.slice(4, 9) };
let engine: Awaited<ReturnType<typeof startTestEngine>>;
let stop: () => Promise<void>;

beforeAll(async () => {
	const path = "/api/sandbox/gold-hat/transfers";
	({ stop } = await serveHttp(
		{
			[path]: goldHatSandbox,
			[`${path}/`]: (request) => goldHatSandboxTransfer(request, new URL(request.url).pathname.slice(path.length + 1)),
			"/api/webhooks/gold-hat": goldHatWebhook,
		},
		port,
	));
	engine = await startTestEngine(functions);
	await beginTimeAt(instantAt("2026-10-29", "06:00", zone));
	await layCompany(ctx, cast, "month");
	await liveHistory(ctx, { cast, seed: "month", present: instantAt("2026-11-01", "11:20", zone), days: 3 }, () => {});
	await idle();
}, 300_000);
afterAll(async () => {
	await engine.stop();
	await stop();
});

describe("a demo whose history has a month-end in it", () => {
	it("has paid its workers, but the one whose account is closed, and its books hold", async () => {
		const closed = cast.workers.find(({ account }) => account.startsWith("GH-REJECT"));
		const known = await getAccountByEmail(ctx, closed?.email ?? "");
		const all = await ctx.db.select().from(payouts).where(eq(payouts.month, "2026-10-31"));
		expect(all.length).toBeGreaterThan(2);
		for (const { workerId, amount, status } of all) {
			expect(status).toBe(amount === 0n ? "closed" : workerId === known?.workerId ? "rejected" : "paid");
		}
		expect(new Set(all.map(({ status }) => status))).toContain("paid");
		const rejected = all.filter(({ status }) => status === "rejected").map(({ id }) => id);
		expect(rejected).toHaveLength(1);
		const [tried] = await ctx.db.select().from(transfers).where(inArray(transfers.payoutId, rejected));
		expect(tried?.reason).toBe("The account is closed");
		expect((await listLedgerFindings(ctx)).filter(({ breaches }) => breaches > 0)).toEqual([]);
	});
});
