import { asc, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { payouts } from "@/db/schema/billing-payouts";
import { transferEvents, transfers } from "@/db/schema/billing-transfers";
import { auditEntries } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { startTestEngine } from "@/server/engine/testing";
import { hours, minutes, systemNow } from "@/server/kernel/clock";
import { newId, type TransferId, type WorkerId } from "@/server/kernel/ids";
import { serveHttp } from "@/server/mounts/testing-server";
import { actingAs, createCtx } from "@/server/platform/context";
import { closingsOf } from "@/server/platform/policies/closings";
import { signMessage } from "@/server/platform/signed-messages";
import { retryPayout } from "./commands/retry-payout";
import { setPayoutAccount } from "./commands/set-payout-account";
import { settleTransfer } from "./commands/settle-transfer";
import { billingFunctions } from "./functions";
import { goldHatSandbox, goldHatSandboxTransfer, goldHatWebhook } from "./http";
import { balance } from "./ledger/balance";
import { listLedgerFindings } from "./queries/list-ledger-findings";
import { anIssuedPayout } from "./testing";

const SECRET = "a third secret, known to everybody";

/** The environment is read once, by what is imported above: the addresses have to be known before. */
const port = await vi.hoisted(async () => {
	const { freePort } = await import("@/scripts/lib/ports.mjs");
	const port = await freePort();
	process.env.APP_URL = `http://127.0.0.1:${port}`;
	process.env.GOLD_HAT_URL = `http://127.0.0.1:${port}/api/sandbox/gold-hat`;
	process.env.GOLD_HAT_SECRET = "a third secret, known to everybody";
	return port;
});

const ctx = createCtx();

/** What came over the wire, and whether the two sides are up. */
const wire = { asked: [] as string[], told: [] as string[], bank: goldHatSandbox, webhook: goldHatWebhook };
const down = async () => new Response("", { status: 503 });
let stop: () => Promise<void>;
let engine: Awaited<ReturnType<typeof startTestEngine>>;

beforeAll(async () => {
	const transfersPath = "/api/sandbox/gold-hat/transfers";
	const routes = {
		[transfersPath]: async (request: Request) => {
			wire.asked.push(await request.clone().text());
			return wire.bank(request);
		},
		[`${transfersPath}/`]: (request: Request) =>
			goldHatSandboxTransfer(request, new URL(request.url).pathname.slice(transfersPath.length + 1)),
		"/api/webhooks/gold-hat": async (request: Request) => {
			wire.told.push(await request.clone().text());
			return wire.webhook(request);
		},
	};
	({ stop } = await serveHttp(routes, port));
});
afterAll(() => stop());
beforeEach(async () => {
	Object.assign(wire, { asked: [], told: [], bank: goldHatSandbox, webhook: goldHatWebhook });
	engine = await startTestEngine(billingFunctions, { looksAt: await closingsOf(ctx) });
});
afterEach(() => engine.stop());

const later = (ms: number) => new Date(ctx.clock.now().getTime() + ms);
const pass = (ms: number) => engine.travelTo(later(ms), 30_000);

/** A worker with 60.00 to be paid, whose month has just been closed. */
async function aPayout(account: string | null): Promise<WorkerId> {
	const { workerId } = await anIssuedPayout(ctx, account);
	await engine.settle();
	return workerId;
}

async function payoutOf(workerId: WorkerId) {
	const [payout] = await ctx.db.select().from(payouts).where(eq(payouts.workerId, workerId));
	if (!payout) throw new Error("there is a payout");
	const tries = await ctx.db
		.select()
		.from(transfers)
		.where(eq(transfers.payoutId, payout.id))
		.orderBy(asc(transfers.attempt));
	return { ...payout, tries };
}

async function historyOf(workerId: WorkerId): Promise<string[]> {
	const { tries } = await payoutOf(workerId);
	const told = await Promise.all(
		tries.map(({ id }) =>
			ctx.db.select().from(transferEvents).where(eq(transferEvents.transferId, id)).orderBy(asc(transferEvents.id)),
		),
	);
	return told.flat().map(({ what }) => what);
}

/** How much the worker is owed, whether it is paid, and that all of the books hold. */
async function end(workerId: WorkerId) {
	expect((await listLedgerFindings(ctx)).filter(({ breaches }) => breaches > 0)).toEqual([]);
	const { status, tries } = await payoutOf(workerId);
	return { status, tries: tries.length, owed: await balance(ctx, { kind: "worker", ownerId: workerId }) };
}

const paid = { status: "paid", tries: 1, owed: 0n };
const worker = (workerId: WorkerId) => actingAs(ctx, { ...aPerson("worker"), workerId });
const manager = () => actingAs(ctx, aPerson("manager"));

describe("R-230: a payout through Gold Hat", () => {
	it("is asked for once, signed, with the worker's account, and paid when Gold Hat says so", async () => {
		const workerId = await aPayout("GH-BARSIK-1");
		const { number, tries } = { ...(await payoutOf(workerId)), number: /P\d{4}-\d{5}/ };
		expect(wire.asked.map((body) => JSON.parse(body))).toEqual([
			{
				...{ id: tries[0]?.id, account: "GH-BARSIK-1", amount: "60.00", currency: "CTU" },
				reference: expect.stringMatching(number),
			},
		]);
		expect(await end(workerId)).toEqual({ status: "sending", tries: 1, owed: 60_00n });
		await pass(minutes(6));
		expect(await end(workerId)).toEqual(paid);
		expect(await historyOf(workerId)).toEqual(["requested", "sent", "accepted", "completed"]);
	});

	it.each([
		["twice", "GH-TWICE-1", minutes(6), ["requested", "sent", "accepted", "completed"], 2],
		["before its own answer", "GH-EARLY-1", minutes(6), ["requested", "sent", "completed"], 1],
		["a day late, after we have asked", "GH-LATE-1", hours(30), ["requested", "sent", "accepted", "completed"], 1],
		["never", "GH-NEVER-1", hours(1), ["requested", "sent", "accepted", "completed"], 0],
	])("is paid once when Gold Hat tells %s", async (_how, account, ms, history, told) => {
		const workerId = await aPayout(account);
		await pass(ms);
		expect(await end(workerId)).toEqual(paid);
		expect(await historyOf(workerId)).toEqual(history);
		expect(wire.told).toHaveLength(told);
		expect(wire.asked).toHaveLength(1);
	});

	it("is asked about, and not sent again, when no answer came in time", async () => {
		const workerId = await aPayout("GH-SLOW-1");
		await pass(minutes(2));
		expect(await historyOf(workerId)).toEqual(["requested", "sent", "unanswered", "accepted"]);
		await pass(minutes(6));
		expect(await end(workerId)).toEqual(paid);
		expect(wire.asked).toHaveLength(1);
	}, 30_000);

	it("is sent again under the same key when it never arrived", async () => {
		const workerId = await aPayout("GH-LOST-1");
		await pass(minutes(10));
		expect(await end(workerId)).toEqual(paid);
		expect(await historyOf(workerId)).toEqual([
			...["requested", "sent", "unanswered", "unknown-there", "accepted", "completed"],
		]);
		expect(new Set(wire.asked).size).toBe(1);
	});

	it("is paid in the end when Gold Hat was down for hours", async () => {
		wire.bank = down;
		const workerId = await aPayout("GH-BARSIK-2");
		await pass(hours(2));
		expect(await end(workerId)).toMatchObject({ status: "sending" });
		wire.bank = goldHatSandbox;
		await pass(hours(7));
		expect(await end(workerId)).toEqual(paid);
	});

	it("is paid once when every step runs twice and the process is killed on the way", async () => {
		await engine.stop();
		engine = await startTestEngine(billingFunctions, { twice: true, repeated: true });
		const workers = [await aPayout("GH-TWICE-2"), await aPayout("GH-LOST-2")];
		const passing = pass(minutes(4)).catch(() => undefined);
		await engine.kill();
		await engine.resume();
		await passing;
		await pass(hours(1));
		for (const workerId of workers) expect(await end(workerId)).toEqual(paid);
	}, 30_000);
});

describe("a payout that is rejected", () => {
	it("says why, owes as before, and is sent to the account of today when the worker has mended it", async () => {
		const workerId = await aPayout("GH-REJECT-1");
		await pass(minutes(6));
		expect(await end(workerId)).toEqual({ status: "rejected", tries: 1, owed: 60_00n });
		expect((await payoutOf(workerId)).tries[0]).toMatchObject({ reason: "The account is closed" });
		await setPayoutAccount(worker(workerId), { account: "GH-BARSIK-3" });
		await pass(minutes(10));
		expect(await end(workerId)).toEqual({ ...paid, tries: 2 });
		const audited = await ctx.db
			.select()
			.from(auditEntries)
			.where(eq(auditEntries.subject, `worker:${workerId}`));
		expect(audited).toMatchObject([
			{ action: "billing.set-payout-account", before: { account: "GH-REJECT-1" }, after: { account: "GH-BARSIK-3" } },
		]);
	});

	it("at once is a rejection, too, and is tried again by a manager, with a reason, on record", async () => {
		const workerId = await aPayout("GH-REFUSE-1");
		expect(await end(workerId)).toMatchObject({ status: "rejected" });
		const { id: payoutId, tries } = await payoutOf(workerId);
		expect(tries[0]?.reason).toBe("There is no such account");
		const again = { idempotencyKey: newId<string>(), payoutId, reason: "Barsik says it is open again" };
		const by = manager();
		await Promise.all([retryPayout(by, again), retryPayout(by, again)]);
		await engine.settle();
		expect((await payoutOf(workerId)).tries).toHaveLength(2);
		expect(
			await ctx.db
				.select()
				.from(auditEntries)
				.where(eq(auditEntries.subject, `payout:${payoutId}`)),
		).toContainEqual(
			expect.objectContaining({ action: "billing.retry-payout", reason: "Barsik says it is open again" }),
		);
		await expect(retryPayout(worker(workerId), again)).rejects.toMatchObject({ code: "common.not_allowed" });
	});

	it("is not sent while one is under way or when it is paid, however often a manager presses", async () => {
		const workerId = await aPayout("GH-BARSIK-4");
		const { id: payoutId } = await payoutOf(workerId);
		const press = () => retryPayout(manager(), { idempotencyKey: newId(), payoutId, reason: "Hurry up" });
		await expect(press()).rejects.toMatchObject({ code: "billing.nothing_to_send" });
		await pass(minutes(6));
		await expect(press()).rejects.toMatchObject({ code: "billing.nothing_to_send" });
		expect(await end(workerId)).toEqual(paid);
	});

	it("waits for an account where none was said, and goes out when it is", async () => {
		const workerId = await aPayout(null);
		const { id: payoutId } = await payoutOf(workerId);
		expect(await end(workerId)).toEqual({ status: "issued", tries: 0, owed: 60_00n });
		const asked = { idempotencyKey: newId<string>(), payoutId, reason: "It is due" };
		await expect(retryPayout(manager(), asked)).rejects.toMatchObject({ code: "billing.no_account" });
		await setPayoutAccount(worker(workerId), { account: "GH-BARSIK-5" });
		await pass(minutes(6));
		expect(await end(workerId)).toEqual(paid);
	});
});

describe("Gold Hat's webhook", () => {
	type Sent = { secret?: string; when?: Date; headers?: Record<string, string> };
	const message = (content: unknown, { secret = SECRET, when = systemNow(), headers }: Sent = {}) => {
		const body = typeof content === "string" ? content : JSON.stringify(content);
		const signed = { ...signMessage(body, secret, when), ...headers };
		return new Request("http://test/api/webhooks/gold-hat", { method: "POST", headers: signed, body });
	};
	const open = async () => {
		const workerId = await aPayout("GH-NEVER-2");
		const transferId = (await payoutOf(workerId)).tries[0]?.id as TransferId;
		return { workerId, notice: { transferId, status: "completed" } };
	};

	it.each([
		["a wrong secret", { secret: "somebody else's secret, long enough" }, "wrong_signature"],
		["no signature", { headers: { "x-signature": "" } }, "unsigned"],
		["a changed time", { headers: { "x-timestamp": String(systemNow().getTime() - 1) } }, "wrong_signature"],
		["a recording of six minutes ago", { when: new Date(systemNow().getTime() - 360_000) }, "too_old"],
	])("refuses %s, and nothing changes", async (_what, how, error) => {
		const { workerId, notice } = await open();
		const response = await goldHatWebhook(message(notice, how));
		expect([response.status, await response.json()]).toEqual([401, { error }]);
		expect(await end(workerId)).toMatchObject({ status: "sending", owed: 60_00n });
	});

	it("takes the same message as often as it comes, all at once, and pays once", async () => {
		const { workerId, notice } = await open();
		const sent = message(notice);
		const answers = await Promise.all(Array.from({ length: 20 }, () => goldHatWebhook(sent.clone())));
		expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
		expect(await end(workerId)).toEqual(paid);
	});

	it("changes nothing when it contradicts itself: a manager sees it on the payout", async () => {
		const { workerId, notice } = await open();
		await goldHatWebhook(message(notice));
		const other = { ...notice, status: "rejected", reason: "Changed my mind" };
		for (const _time of [1, 2]) expect((await goldHatWebhook(message(other))).status).toBe(409);
		expect(await payoutOf(workerId)).toMatchObject({ status: "paid", tries: [{ status: "completed" }] });
		expect(await balance(ctx, { kind: "worker", ownerId: workerId })).toBe(0n);
		expect((await historyOf(workerId)).filter((what) => what === "contradicted")).toHaveLength(1);
	});

	it.each([
		[
			"a reason of a whole letter",
			"The account is closed. ".repeat(20).trim(),
			"The account is closed. ".repeat(20).slice(0, 200),
		],
		["an empty reason", " ", "no reason given"],
	])("takes a rejection with %s, and keeps what there is room for", async (_what, reason, kept) => {
		const { workerId, notice } = await open();
		expect((await goldHatWebhook(message({ ...notice, status: "rejected", reason }))).status).toBe(200);
		expect((await payoutOf(workerId)).tries[0]).toMatchObject({ status: "rejected", reason: kept.trim() });
	});

	it.each([
		["not JSON", "{", 400],
		["nothing", "", 400],
		["another shape", { transferId: "1" }, 400],
		["a status that we do not know", { transferId: newId(), status: "lost" }, 400],
		["a NUL in the reason", { transferId: newId(), status: "rejected", reason: "a\u0000b" }, 400],
		["a transfer that is not ours", { transferId: newId(), status: "completed" }, 404],
		["a huge body", { transferId: newId(), status: "rejected", reason: "c".repeat(20_000) }, 413],
	])("answers %s with a clear error", async (_what, content, status) => {
		const response = await goldHatWebhook(message(content));
		expect(response.status).toBe(status);
		expect(await response.json()).toEqual({ error: expect.any(String) });
	});

	it("is not for people: nobody settles a transfer by hand", async () => {
		const { notice } = await open();
		await expect(settleTransfer(manager(), notice.transferId, { status: "completed" })).rejects.toMatchObject({
			code: "common.not_allowed",
		});
	});
});

describe("the sandbox", () => {
	const order = () => ({
		id: newId<string>(),
		account: "GH-NEVER-9",
		amount: "1.00",
		currency: "CTU",
		reference: "P1",
	});
	const send = (content: ReturnType<typeof order>, key = content.id, secret = SECRET) => {
		const body = JSON.stringify(content);
		const headers = { "idempotency-key": key, ...signMessage(body, secret, systemNow()) };
		return goldHatSandbox(new Request("http://test/", { method: "POST", headers, body }));
	};

	it("takes a transfer once, answers alike to the same key, and refuses another content under it", async () => {
		const content = order();
		expect([(await send(content)).status, (await send(content)).status]).toEqual([202, 202]);
		expect((await send({ ...content, amount: "2.00" })).status).toBe(409);
		expect((await send(content, newId())).status).toBe(400);
		expect((await send(order(), undefined, "somebody else's secret, long enough")).status).toBe(401);
	});

	it("tells what it knows to whoever signs, and of nothing else", async () => {
		const content = order();
		await send(content);
		const ask = (id: string, secret = SECRET) =>
			goldHatSandboxTransfer(new Request("http://test/", { headers: signMessage("", secret, systemNow()) }), id);
		expect(await (await ask(content.id)).json()).toEqual({ status: "pending" });
		expect([(await ask(newId())).status, (await ask("1")).status]).toEqual([404, 404]);
		expect((await ask(content.id, "somebody else's secret, long enough")).status).toBe(401);
	});
});
