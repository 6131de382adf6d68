import { and, eq, inArray, isNotNull, ne } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { payments, sandboxCharges } from "@/db/schema/billing-collections";
import { invoices } from "@/db/schema/billing-invoices";
import { payouts } from "@/db/schema/billing-payouts";
import { payoutAccounts, sandboxTransfers, transfers } from "@/db/schema/billing-transfers";
import { addressesOf, type Services, serveServices } from "@/scripts/chaos/services";
import { askRuling } from "@/server/contexts/billing/commands/ask-ruling";
import { chooseMethod } from "@/server/contexts/billing/commands/choose-method";
import { decideApproval } from "@/server/contexts/billing/commands/decide-approval";
import { billingFunctions } from "@/server/contexts/billing/functions";
import { listLedgerFindings } from "@/server/contexts/billing/queries/list-ledger-findings";
import { anEndedOrder } from "@/server/contexts/billing/testing";
import { aPerson } from "@/server/contexts/identity/testing";
import { startTestEngine } from "@/server/engine/testing";
import { type ClientId, newId, type WorkerId } from "@/server/kernel/ids";
import { moveBusinessTimeTo } from "@/server/platform/business-clock";
import { actingAs, createCtx } from "@/server/platform/context";
import { lotsOf } from "./simulation/lots";

const port = await vi.hoisted(async () => {
	const { freePort } = await import("@/scripts/lib/ports.mjs");
	const port = await freePort();
	Object.assign(process.env, {
		APP_URL: `http://127.0.0.1:${port}`,
		CARD_SANDBOX_URL: `http://127.0.0.1:${port}/api/sandbox/card`,
		CARD_SANDBOX_SECRET: "a card service's secret, known to everybody",
		GOLD_HAT_URL: `http://127.0.0.1:${port}/api/sandbox/gold-hat`,
		GOLD_HAT_SECRET: "a third secret, known to everybody",
	});
	return port;
});

const ctx = createCtx();
const manager = () => actingAs(ctx, aPerson("manager"));
const SEED = process.env.SEED ?? "7";
const CLIENTS = 8;
/** Of a month whose last day is a Sunday: a week and a month are closed at one moment. */
const SUNDAY = new Date("2027-01-31T19:00:00Z").getTime();
const HOUR = 3_600_000;
const at = (hours: number) => new Date(SUNDAY + hours * HOUR);

let services: Services;
let engine: Awaited<ReturnType<typeof startTestEngine>>;

beforeAll(async () => {
	expect(addressesOf(port)).toMatchObject({ APP_URL: process.env.APP_URL });
	services = await serveServices(port, ["twice", "wrong", "never"], lotsOf(SEED, "services").next);
	await moveBusinessTimeTo(at(-1));
	engine = await startTestEngine(billingFunctions, { twice: true });
	for (let index = 0; index < CLIENTS; index++) {
		const [clientId, workerId] = [newId<ClientId>(), newId<WorkerId>()];
		const method = { kind: "sandbox-card", card: index % 4 === 3 ? "late" : "pays" } as const;
		await chooseMethod(actingAs(ctx, { ...aPerson("client"), clientId }), { idempotencyKey: newId(), method });
		await ctx.db.insert(payoutAccounts).values({ workerId, account: "GH-CAT-1", changedAt: ctx.clock.now() });
		await anEndedOrder(ctx, "completed", { clientId, workerId });
	}
	await engine.travelTo(at(5), 60_000);
	services.calm();
	await engine.travelTo(at(30), 60_000);
}, 120_000);
afterAll(async () => {
	await engine.stop();
	await services.stop();
});

describe(`a week and a month are closed while payment services answer twice, wrongly or never (seed ${SEED})`, () => {
	it("and each invoice is paid by one charge, each payout by one transfer", async () => {
		expect(services.count()).toBeGreaterThan(CLIENTS);
		expect(await ctx.db.$count(invoices, eq(invoices.status, "paid"))).toBe(CLIENTS);
		const charged = await ctx.db
			.select({ invoiceId: payments.invoiceId })
			.from(sandboxCharges)
			.innerJoin(payments, eq(payments.id, sandboxCharges.id))
			.where(and(eq(sandboxCharges.state, "succeeded"), eq(payments.state, "succeeded")));
		expect(new Set(charged.map(({ invoiceId }) => invoiceId)).size).toBe(CLIENTS);
		expect(await ctx.db.$count(sandboxCharges, inArray(sandboxCharges.state, ["succeeded", "pending"]))).toBe(CLIENTS);
		expect(await ctx.db.$count(payouts, eq(payouts.status, "paid"))).toBe(CLIENTS);
		expect(await ctx.db.$count(transfers, ne(transfers.status, "completed"))).toBe(0);
		expect(await ctx.db.$count(sandboxTransfers)).toBe(CLIENTS);
	});

	it("and the books hold, once two managers have ruled on what was stated with another amount after it was paid", async () => {
		const doubtful = await ctx.db.select().from(payments).where(isNotNull(payments.contradictedAt));
		for (const { id, state } of doubtful) {
			expect(state).toBe("succeeded");
			const ruling = { about: { what: "payment", id }, became: "succeeded", reason: "Seen in their books" } as const;
			const { approvalId } = await askRuling(manager(), { idempotencyKey: newId(), ...ruling });
			await decideApproval(manager(), { approvalId, decision: "approved", words: "" });
		}
		expect((await listLedgerFindings(ctx)).filter(({ breaches }) => breaches > 0)).toEqual([]);
	});
});
