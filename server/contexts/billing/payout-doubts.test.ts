import { setTimeout as sleep } from "node:timers/promises";
import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { payees } from "@/db/schema/billing";
import { payouts } from "@/db/schema/billing-payouts";
import { transferEvents, transfers } from "@/db/schema/billing-transfers";
import { auditEntries } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { after, hours } from "@/server/kernel/clock";
import { newId, type PayoutId, type WorkerId } from "@/server/kernel/ids";
import { serveHttp } from "@/server/mounts/testing-server";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { askGoldHat } from "./commands/ask-gold-hat";
import { followTransfer } from "./commands/follow-transfer";
import { payOut } from "./commands/pay-out";
import { retryPayout } from "./commands/retry-payout";
import { setPayoutAccount } from "./commands/set-payout-account";
import { settleTransfer } from "./commands/settle-transfer";
import { listLedgerFindings } from "./queries/list-ledger-findings";
import { listStuckPayouts } from "./queries/list-stuck-payouts";
import { anIssuedPayout } from "./testing";

/** The environment is read once, by what is imported above: the address has to be known before. */
const port = await vi.hoisted(async () => {
	const { freePort } = await import("@/scripts/lib/ports.mjs");
	const port = await freePort();
	process.env.GOLD_HAT_URL = `http://127.0.0.1:${port}`;
	process.env.GOLD_HAT_SECRET = "a third secret, known to everybody";
	return port;
});

const ctx = createCtx();

type Answer = () => Response | Promise<Response>;
const taken: Answer = () => Response.json({}, { status: 202 });
const cut: Answer = () => new Response("", { status: 504 });
const unheard: Answer = () => new Response("", { status: 404 });
const refused: Answer = () => Response.json({ error: "The id is in use" }, { status: 422 });
const said =
	(news: { status: string; reason?: string }): Answer =>
	() =>
		Response.json(news);

/** What Gold Hat answers next, and what it was asked. */
const bank = { answers: [] as Answer[], asked: [] as string[] };
const answer = async (request: Request) => {
	bank.asked.push(request.method);
	return (bank.answers.shift() ?? cut)();
};
let stop: () => Promise<void>;
beforeAll(async () => {
	({ stop } = await serveHttp({ "/transfers": answer, "/transfers/": answer }, port));
});
afterAll(() => stop());
beforeEach(() => {
	bank.answers = [];
	bank.asked = [];
});

function signal() {
	let resolve = () => {};
	const promise = new Promise<void>((done) => {
		resolve = done;
	});
	return { promise, resolve };
}

async function aTransfer(worker?: WorkerId) {
	const { payoutId, workerId } = await anIssuedPayout(ctx, "GH-BARSIK-1", worker);
	await payOut(ctx, { payoutId });
	const [open] = await ctx.db.select().from(transfers).where(eq(transfers.payoutId, payoutId));
	if (!open) throw new Error("a transfer was opened");
	return { payoutId, workerId, transferId: open.id };
}

const tells = (...answers: Answer[]) => {
	bank.answers = answers;
};

async function historyOf(payoutId: PayoutId): Promise<string[]> {
	const told = await ctx.db
		.select({ what: transferEvents.what })
		.from(transferEvents)
		.innerJoin(transfers, eq(transfers.id, transferEvents.transferId))
		.where(eq(transfers.payoutId, payoutId))
		.orderBy(asc(transferEvents.id));
	return told.map(({ what }) => what);
}

async function statusOf(payoutId: PayoutId): Promise<string | undefined> {
	const [payout] = await ctx.db.select().from(payouts).where(eq(payouts.id, payoutId));
	return payout?.status;
}

describe("a transfer that Gold Hat refuses", () => {
	it("at the first sending is rejected", async () => {
		const { payoutId, transferId } = await aTransfer();
		tells(refused);
		expect(await followTransfer(ctx, { transferId })).toEqual({ status: "rejected" });
		expect(await statusOf(payoutId)).toBe("rejected");
	});

	it("when it is sent again is not: what was sent first may have arrived, and is asked about", async () => {
		const { payoutId, transferId } = await aTransfer();
		tells(cut, unheard, refused, said({ status: "completed" }));
		await followTransfer(ctx, { transferId });
		expect(await followTransfer(ctx, { transferId })).toEqual({ status: "sending" });
		expect(await statusOf(payoutId)).toBe("sending");
		expect(await followTransfer(ctx, { transferId })).toEqual({ status: "completed" });
		expect(await historyOf(payoutId)).toEqual([
			...["requested", "sent", "unanswered", "unknown-there", "refused-again", "completed"],
		]);
		expect(bank.asked).toEqual(["POST", "GET", "POST", "GET"]);
	});

	it("when it is sent again is before the managers at once, and rejected when a day later it is still unheard of there", async () => {
		const { payoutId, transferId } = await aTransfer();
		tells(cut, unheard, refused, unheard, refused, unheard, refused);
		const later = (ms: number) => at(ctx, after(ctx.clock.now(), ms));
		const troubleAt = async (ms: number) =>
			(await listStuckPayouts(later(ms))).find((one) => one.payoutId === payoutId)?.trouble;
		for (const _look of [1, 2]) await followTransfer(ctx, { transferId });
		expect(await troubleAt(0)).toBe("refused");
		const lookAt = (ms: number) => followTransfer(later(ms), { transferId });
		expect(await lookAt(hours(23))).toEqual({ status: "sending" });
		expect(await lookAt(hours(25))).toEqual({ status: "rejected" });
		expect([await statusOf(payoutId), await troubleAt(hours(25))]).toEqual(["rejected", "rejected"]);
		expect((await listLedgerFindings(ctx)).filter(({ breaches }) => breaches > 0)).toEqual([]);
	});

	it("with more words than we keep is rejected all the same, with the first of them", async () => {
		const long = "No account is known under this name. ".repeat(20);
		for (const heard of ["refusal", "answer"] as const) {
			const { payoutId, transferId } = await aTransfer();
			if (heard === "refusal") tells(() => Response.json({ error: long }, { status: 422 }));
			else tells(taken, said({ status: "rejected", reason: long }));
			for (const _look of [1, 2]) await followTransfer(ctx, { transferId });
			expect(await statusOf(payoutId)).toBe("rejected");
			const [transfer] = await ctx.db.select().from(transfers).where(eq(transfers.id, transferId));
			expect(transfer?.reason).toBe(long.slice(0, 200).trim());
		}
	});

	it("at the first sending is not either when another run has sent it again meanwhile, and was faster", async () => {
		const { payoutId, transferId } = await aTransfer();
		const overtaken: Answer = async () => {
			await followTransfer(ctx, { transferId });
			return refused();
		};
		tells(overtaken, unheard, taken);
		expect(await followTransfer(ctx, { transferId })).toEqual({ status: "accepted" });
		expect(await statusOf(payoutId)).toBe("sending");
		expect(await historyOf(payoutId)).toEqual(["requested", "sent", "unknown-there", "accepted", "refused-again"]);
	});

	it("is not sent again when it was decided while Gold Hat was asked", async () => {
		const { payoutId, transferId } = await aTransfer();
		const asked = signal();
		const decided = signal();
		const asking: Answer = async () => {
			asked.resolve();
			await decided.promise;
			return unheard();
		};
		const slow: Answer = async () => {
			await asked.promise;
			return refused();
		};
		tells(slow, asking);
		const first = followTransfer(ctx, { transferId });
		await vi.waitFor(() => expect(bank.asked).toEqual(["POST"]));
		const second = followTransfer(ctx, { transferId });
		await first;
		decided.resolve();
		expect(await second).toEqual({ status: "rejected" });
		expect(bank.asked).toEqual(["POST", "GET"]);
		expect(await historyOf(payoutId)).toEqual(["requested", "sent", "rejected"]);
	});
});

describe("a worker who changes the account", () => {
	const change = (worker: WorkerId, account: string, where = ctx) =>
		setPayoutAccount(actingAs(where, { ...aPerson("worker"), workerId: worker }), { account });
	const accountsOf = async (payoutId: PayoutId) => {
		const tries = await ctx.db
			.select()
			.from(transfers)
			.where(eq(transfers.payoutId, payoutId))
			.orderBy(asc(transfers.attempt));
		return tries.map(({ account, status }) => [account, status]);
	};

	it("while a transfer is under way is paid at the new one when it comes back", async () => {
		const { payoutId, workerId, transferId } = await aTransfer();
		tells(taken);
		await followTransfer(ctx, { transferId });
		await change(workerId, "GH-BARSIK-2");
		expect(await accountsOf(payoutId)).toEqual([["GH-BARSIK-1", "accepted"]]);
		await settleTransfer(ctx, transferId, { status: "rejected", reason: "The account is closed" });
		expect(await accountsOf(payoutId)).toEqual([
			["GH-BARSIK-1", "rejected"],
			["GH-BARSIK-2", "requested"],
		]);
		expect(await statusOf(payoutId)).toBe("sending");
	});

	it.each(["issued", "rejected"] as const)(
		"is paid there, too, when the payout is %s at this very moment",
		async (how) => {
			const workerId = newId<WorkerId>();
			await ctx.db.insert(payees).values({ workerId, version: 1, name: "Barsik", active: true });
			const open = how === "issued" ? null : await aTransfer(workerId);
			const meanwhile = await withTransaction(ctx, async (tx) => {
				await change(workerId, "GH-BARSIK-2", tx);
				const { payoutId } = open ?? (await anIssuedPayout(ctx, null, workerId));
				const done = open
					? settleTransfer(ctx, open.transferId, { status: "rejected", reason: "Closed" })
					: payOut(ctx, { payoutId });
				await sleep(300);
				return { payoutId, done };
			});
			await meanwhile.done;
			expect(await accountsOf(meanwhile.payoutId)).toContainEqual(["GH-BARSIK-2", "requested"]);
		},
	);
});

describe("a manager", () => {
	const manager = actingAs(ctx, aPerson("manager"));

	it("asks Gold Hat about a transfer that nobody asks about any more, on record, and what it says counts", async () => {
		const { payoutId, transferId } = await aTransfer();
		tells(taken, said({ status: "pending" }), said({ status: "completed" }));
		await followTransfer(ctx, { transferId });
		expect(await askGoldHat(manager, { payoutId })).toEqual({ status: "accepted" });
		expect(await askGoldHat(manager, { payoutId })).toEqual({ status: "completed" });
		expect(await statusOf(payoutId)).toBe("paid");
		await expect(askGoldHat(manager, { payoutId })).rejects.toMatchObject({ code: "billing.nothing_under_way" });
		const asked = await ctx.db
			.select()
			.from(auditEntries)
			.where(and(eq(auditEntries.subject, `payout:${payoutId}`), eq(auditEntries.action, "billing.ask-gold-hat")));
		expect(asked).toHaveLength(2);
		for (const role of ["client", "worker", "warehouse"] as const) {
			const stranger = actingAs(ctx, aPerson(role));
			await expect(askGoldHat(stranger, { payoutId })).rejects.toMatchObject({ code: "common.not_allowed" });
		}
	});

	it("has one sent that never was", async () => {
		const { payoutId } = await aTransfer();
		tells(taken);
		expect(await askGoldHat(manager, { payoutId })).toEqual({ status: "accepted" });
		expect(bank.asked).toEqual(["POST"]);
	});

	it("is told of a transfer that has been under way for three days, and not before", async () => {
		const { payoutId, transferId } = await aTransfer();
		tells(taken);
		await followTransfer(ctx, { transferId });
		const stuckAt = async (ms: number) => {
			const stuck = await listStuckPayouts(at(ctx, after(ctx.clock.now(), ms)));
			return stuck.find((one) => one.payoutId === payoutId)?.trouble;
		};
		expect([await stuckAt(hours(71)), await stuckAt(hours(73))]).toEqual([undefined, "slow"]);
	});
});

describe("a payout about which Gold Hat contradicts itself", () => {
	async function aContradiction(last: "completed" | "rejected" = "completed") {
		const { payoutId, workerId, transferId } = await aTransfer();
		tells(...(last === "completed" ? [refused] : [taken, said({ status: "completed" })]));
		for (const _look of [1, 2]) await followTransfer(ctx, { transferId });
		const decision = last === "completed" ? { status: last } : { status: last, reason: "The account is closed" };
		await expect(settleTransfer(ctx, transferId, decision)).rejects.toMatchObject({ code: "billing.contradiction" });
		return { payoutId, workerId };
	}
	const found = async () => {
		const findings = await listLedgerFindings(ctx);
		const finding = findings.find(({ name }) => name === "gold-hat-agrees");
		expect(finding?.breaches).toBe(finding?.examples.length);
		return finding?.examples ?? [];
	};
	const attemptsOf = async (payoutId: PayoutId) =>
		(await ctx.db.select().from(transfers).where(eq(transfers.payoutId, payoutId))).length;

	it.each([
		["it says completed after rejected", "completed", ": books 0, Gold Hat says 6000, and contradicts itself"],
		["it says rejected after completed", "rejected", ": books 6000, Gold Hat says 0, and contradicts itself"],
	] as const)("is found by the check of the books when %s", async (_when, last, words) => {
		const before = (await found()).length;
		const { payoutId } = await aContradiction(last);
		const [payout] = await ctx.db.select().from(payouts).where(eq(payouts.id, payoutId));
		const now = await found();
		expect(now).toHaveLength(before + 1);
		expect(now).toContain(`payout ${payout?.year}-${payout?.sequence}${words}`);
		expect(await listStuckPayouts(ctx)).toContainEqual(expect.objectContaining({ payoutId, trouble: "contradicted" }));
	});

	it("is not sent again: not when the worker changes the account, not when a manager wants it", async () => {
		const { payoutId, workerId } = await aContradiction();
		await setPayoutAccount(actingAs(ctx, { ...aPerson("worker"), workerId }), { account: "GH-BARSIK-2" });
		const pressed = { idempotencyKey: newId<string>(), payoutId, reason: "It is due" };
		await expect(retryPayout(actingAs(ctx, aPerson("manager")), pressed)).rejects.toMatchObject({
			code: "billing.gold_hat_contradicts",
		});
		expect([await statusOf(payoutId), await attemptsOf(payoutId)]).toEqual(["rejected", 1]);
	});

	it("is held where a second try was opened before, and not sent yet", async () => {
		const { payoutId, transferId: first } = await aTransfer();
		tells(refused);
		await followTransfer(ctx, { transferId: first });
		const pressed = { idempotencyKey: newId<string>(), payoutId, reason: "It is due" };
		await retryPayout(actingAs(ctx, aPerson("manager")), pressed);
		await expect(settleTransfer(ctx, first, { status: "completed" })).rejects.toThrow();
		const [second] = await ctx.db
			.select()
			.from(transfers)
			.where(and(eq(transfers.payoutId, payoutId), eq(transfers.status, "requested")));
		if (!second) throw new Error("there is a second try");
		bank.asked = [];
		expect(await followTransfer(ctx, { transferId: second.id })).toEqual({ status: "requested" });
		expect(bank.asked).toEqual([]);
	});
});
