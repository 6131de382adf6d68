import { sql } from "drizzle-orm";
import superjson from "superjson";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { z } from "zod";
import { fingerprint } from "@/db/testing/fingerprint";
import { chooseMethod } from "@/server/contexts/billing/commands/choose-method";
import { payInvoice } from "@/server/contexts/billing/commands/pay-invoice";
import { sendPayment } from "@/server/contexts/billing/commands/send-payment";
import { settlePayment } from "@/server/contexts/billing/commands/settle-payment";
import { anIssuedInvoice, anIssuedPayout, aRefundByBank } from "@/server/contexts/billing/testing";
import { aPhoto } from "@/server/contexts/execution/testing";
import { aRequest, aServiceTypeInput, readOrder } from "@/server/contexts/ordering/testing";
import { startTestEngine } from "@/server/engine/testing";
import { functions } from "@/server/inngest/functions";
import { type FileId, newId, type OrderId } from "@/server/kernel/ids";
import { money } from "@/server/kernel/money";
import { actingAs, createCtx } from "@/server/platform/context";
import { type Procedure, procedures } from "@/server/trpc/testing";
import { handleDownload } from "./files";
import { overHttp, type SignedIn, someone } from "./testing";
import { type Call, type Calls, callsOfHiring, callsOfMatching } from "./testing-calls";
import { type Story, tellStory } from "./testing-story";

vi.hoisted(() => {
	delete process.env.COOKIE_BAKER_URL;
	delete process.env.COOKIE_BAKER_SECRET;
	process.env.CARD_SANDBOX_URL = "http://127.0.0.1:1/nobody-there";
	process.env.CARD_SANDBOX_SECRET = "a fourth secret, known to everybody";
	process.env.GOLD_HAT_URL = "http://127.0.0.1:1/nobody-there";
	process.env.GOLD_HAT_SECRET = "a third secret, known to everybody";
});

const ctx = createCtx();
let engine: Awaited<ReturnType<typeof startTestEngine>>;
let story: Story;
beforeAll(async () => {
	engine = await startTestEngine(functions);
	story = await tellStory(ctx, engine, () => {});
	await engine.travelTo("2026-11-24T14:45:00.000Z");
}, 180_000);
afterAll(() => engine.stop());

type Answer = { status: number; body: { result?: { data: never } } };

async function ask({ path, type }: Procedure, input: unknown, who: SignedIn | null): Promise<Answer> {
	const response = await overHttp(type, path, input, who);
	return { status: response.status, body: await response.json() };
}

const fieldsOf = ({ inputs: [schema] }: Procedure): Record<string, z.ZodType> =>
	(schema as z.ZodObject | undefined)?.shape ?? {};

/** Everything besides the order that a call about an order may need. */
const besides = async (who: SignedIn) => ({
	photoId: await aPhoto(ctx, who.person),
	reportPhotoId: await aPhoto(ctx, who.person),
	...{ stars: 1, words: "", reason: "Because", consequence: "failed", amount: 10_000n, outcome: "failed", ending: 1 },
	startsAt: new Date("2026-11-26T08:00:00Z"),
});

describe("what belongs to others", () => {
	const aboutOrders = procedures.filter((procedure) => "orderId" in fieldsOf(procedure));

	/** People who have the right role, and nothing to do with any of these orders. */
	async function strangers(): Promise<SignedIn[]> {
		const worker = await someone(ctx, "worker");
		await ctx.db.execute(
			sql`update identity.accounts set worker_id = ${newId()} where id = ${worker.person.accountId}`,
		);
		return [story.people.otherClient, { ...worker, person: { ...worker.person, workerId: newId() } }];
	}

	it("is as unknown as what does not exist, in every procedure about an order, and nothing of it changes", async () => {
		for (const stranger of await strangers()) {
			const given = await besides(stranger);
			const before = await fingerprint();
			for (const procedure of aboutOrders) {
				for (const orderId of Object.values(story.orders)) {
					const { status, body } = await ask(procedure, { ...given, orderId, idempotencyKey: newId() }, stranger);
					const text = JSON.stringify(body);
					const nothing = /"json":(null|\[\])/.test(text);
					expect([403, 404, ...(nothing ? [200] : [])], `${procedure.path}: ${text}`).toContain(status);
				}
			}
			expect(await fingerprint()).toEqual(before);
		}
		expect(aboutOrders.length).toBeGreaterThan(15);
	}, 60_000);

	it("photos are told of to nobody else, by none of their ids", async () => {
		const photos = await ctx.db.execute<{ id: string }>(sql`select id from platform.files where subject is not null`);
		expect(photos.length).toBeGreaterThan(3);
		for (const { cookie } of [...(await strangers()), story.people.warehouse]) {
			for (const { id } of photos) {
				const request = new Request(`http://localhost:3000/api/files/${id}`, { headers: { cookie } });
				expect((await handleDownload(request, id)).status).toBe(404);
			}
		}
	});

	it("someone else's key is no key to what it made", async () => {
		const procedure = procedureCalled("ordering.placeOrder");
		const input = await aRequest(ctx, story.known);
		const later = { ...input, startsAt: new Date("2026-11-27T08:00:00Z") };
		const [mine, theirs] = [story.people.client, story.people.otherClient];
		const idOf = ({ body }: Answer) =>
			superjson.deserialize<{ orderId: OrderId }>(body.result?.data ?? { json: {} }).orderId;
		const [first, second] = [await ask(procedure, later, mine), await ask(procedure, later, theirs)];
		expect(idOf(first)).not.toEqual(idOf(second));
		expect(await readOrder(ctx, idOf(second))).toMatchObject({ clientId: theirs.person.clientId });
	});
});

function procedureCalled(path: string): Procedure {
	const procedure = procedures.find((one) => one.path === path);
	if (!procedure) throw new Error(`there is no procedure ${path}`);
	return procedure;
}

async function anInvoiceByCard(client: ReturnType<typeof payer>) {
	const invoiceId = await anIssuedInvoice(ctx, client);
	await engine.settle();
	const method = { kind: "sandbox-card", card: "pays" } as const;
	await chooseMethod(actingAs(ctx, client), { idempotencyKey: newId(), method });
	return invoiceId;
}

/** A payment that the card service has been asked for, which is not there to answer. */
async function aPaymentByCard(client: SignedIn) {
	const who = payer(client);
	const invoiceId = await anInvoiceByCard(who);
	const amount = money(await dueOn(invoiceId));
	const { paymentId } = await payInvoice(actingAs(ctx, who), { idempotencyKey: newId(), invoiceId, amount });
	await sendPayment(ctx, { paymentId });
	return { paymentId, amount };
}

const calls: Calls = {
	...callsOfHiring(ctx, () => story.manager),
	...callsOfMatching(() => story.manager),
	"billing.recordOpeningBalance": async () => ({
		who: await someone(ctx, "admin"),
		input: { clientId: story.people.client.person.clientId, paid: 100n, reason: "Before" },
		other: { paid: 200n },
	}),
	"billing.chooseMethod": async () => ({
		who: story.people.otherClient,
		input: { method: { kind: "bank-transfer" } },
		other: { method: { kind: "sandbox-card", card: "pays" } },
	}),
	"billing.confirmTransfer": async () => {
		const invoiceId = await anIssuedInvoice(ctx, payer(story.people.client));
		await engine.settle();
		return {
			who: story.manager,
			input: { invoiceId, amount: await dueOn(invoiceId), reference: "B-1" },
			other: { reference: "B-2" },
		};
	},
	"billing.payInvoice": async () => {
		const who = story.people.otherClient;
		const invoiceId = await anInvoiceByCard(payer(who));
		return { who, input: { invoiceId, amount: await dueOn(invoiceId) }, other: { amount: 1n } };
	},
	"billing.resolvePayment": async () => {
		const { paymentId } = await aPaymentByCard(story.people.client);
		const input = { paymentId, became: "succeeded", reason: "Seen in the service's books" };
		return { who: story.manager, input, other: { became: "refused" } };
	},
	"billing.askRuling": async () => {
		const { paymentId, amount } = await aPaymentByCard(story.people.client);
		const stated = { minor: amount, currency: "CTU" };
		for (const state of ["refused", "succeeded"] as const) {
			const answer = { state, reference: "charge-1", reason: null, asAsked: true, stated };
			await settlePayment(ctx, { paymentId, answer, heardBy: "webhook" });
		}
		const input = { about: { what: "payment", id: paymentId }, became: "succeeded", reason: "Called them" };
		return { who: story.manager, input, other: { became: "refused" } };
	},
	"billing.confirmRefund": async () => {
		const refundId = await aRefundByBank(ctx, payer(await someone(ctx, "client")), story.manager.person);
		return { who: story.manager, input: { refundId, amount: 1_00n, reference: "R-1" }, other: { reference: "R-2" } };
	},
	"billing.resolveRefund": async () => {
		const refundId = await aRefundByBank(ctx, payer(await someone(ctx, "client")), story.manager.person);
		const input = { refundId, became: "refused", reason: "The account is closed" };
		return { who: story.manager, input, other: { reason: "It was never there" } };
	},
	"billing.waiveCharge": async () => ({
		who: story.manager,
		input: { orderId: story.orders.completed, amount: 1_00n, reason: "The glasses stayed" },
		other: { amount: 2_00n },
	}),
	"billing.grantBonus": async () => ({
		who: story.manager,
		input: { workerId: story.people.worker.person.workerId, amount: 15_50n, reason: "Three sofas in a day" },
		other: { amount: 16_00n },
	}),
	"billing.retryPayout": async () => {
		const { payoutId } = await anIssuedPayout(ctx, null);
		await engine.settle();
		await ctx.db.execute(sql`insert into billing.payout_accounts
			select worker_id, 'GH-BARSIK', now() from billing.payouts where id = ${payoutId}`);
		return { who: story.manager, input: { payoutId, reason: "It is due" }, other: { reason: "It is overdue" } };
	},
	"events.replay": async () => {
		const [event] = await ctx.db.execute<{ id: string }>(sql`select id from events.outbox order by sequence limit 1`);
		return { who: await someone(ctx, "admin"), input: { id: event?.id, reason: "Missed" }, other: { reason: "Lost" } };
	},
	"notifications.resend": async () => {
		const [message] = await ctx.db.execute<{ id: string }>(sql`select id from notifications.messages limit 1`);
		const input = { messageId: message?.id, reason: "It never came" };
		return { who: await someone(ctx, "admin"), input, other: { reason: "Not seen" } };
	},
	"execution.takeDaysOff": async () => {
		const { worker: who } = story.people;
		const days = { first: "2026-12-01", last: "2026-12-02" };
		const input = { workerId: who.person.workerId, days, givesBack: [], reason: "The sea" };
		return { who, input, other: { reason: "The mountains" } };
	},
	"execution.allowStartWithoutKit": async () => about(story.manager, story.orders.assigned),
	"execution.start": async () => {
		const who = await workerOf(story.orders.handedOut);
		return {
			who,
			input: { orderId: story.orders.handedOut, photoId: await photo(who) },
			other: { photoId: await photo(who) },
		};
	},
	"execution.finish": async () => {
		const who = await workerOf(story.orders.handedOut);
		const input = { orderId: story.orders.handedOut, reportPhotoId: await photo(who) };
		return { who, input, other: { reportPhotoId: await photo(who) } };
	},
	"execution.giveUp": async () => {
		const { who, input, other } = about(await workerOf(story.orders.assigned), story.orders.assigned);
		return { who, input: { ...input, consequence: "failed" }, other };
	},
	"execution.completeJob": async () => about(story.manager, story.orders.underWay),
	"execution.failJob": async () => about(story.manager, story.orders.waiting),
	"execution.correctEnding": async () => {
		const { who, input, other } = about(story.manager, story.orders.failed);
		return { who, input: { ...input, ending: 1, outcome: "completed" }, other };
	},
	"ordering.defineServiceType": async () => ({
		who: story.manager,
		input: aServiceTypeInput(),
		other: { durationMinutes: 95 },
	}),
	"ordering.defineZone": async () => ({
		who: story.manager,
		input: { zoneId: null, version: 0, name: { en: "Hill", ru: "Холм" }, active: true },
		other: { active: false },
	}),
	"ordering.orderAgain": async () => ({
		who: story.people.client,
		input: { orderId: story.orders.cancelled, startsAt: new Date("2026-11-26T08:00:00Z") },
		other: { startsAt: new Date("2026-11-26T09:00:00Z") },
	}),
	"ordering.placeOrder": async () => ({
		who: story.people.client,
		input: { ...(await aRequest(ctx, story.known)), startsAt: new Date("2026-11-26T08:00:00Z") },
		other: { description: "Something else" },
	}),
	"ordering.rateOrder": async () => ({
		who: story.people.client,
		input: { orderId: story.orders.completed, stars: 4, words: "Nice" },
		other: { stars: 1 },
	}),
};

function payer({ person }: SignedIn) {
	const { clientId } = person;
	if (!clientId) throw new Error("a client has a client id");
	return { ...person, clientId };
}

/** All that an invoice comes to. */
async function dueOn(invoiceId: string): Promise<bigint> {
	const [row] = await ctx.db.execute<{ total: string }>(
		sql`select total from billing.invoices where id = ${invoiceId}`,
	);
	return BigInt(row?.total ?? 0);
}

const about = (who: SignedIn, orderId: OrderId): Call => ({
	who,
	input: { orderId, reason: "We know better" },
	other: { reason: "For another reason" },
});
const photo = (who: SignedIn): Promise<FileId> => aPhoto(ctx, who.person);
async function workerOf(orderId: OrderId): Promise<SignedIn> {
	const { workerId } = await readOrder(ctx, orderId);
	const { worker, otherWorker } = story.people;
	return worker.person.workerId === workerId ? worker : otherWorker;
}

describe("what is sent again", () => {
	/** The card service's own key, under which nothing is done here. */
	const passedOn = ["billing.beginCard"];
	const creating = procedures.filter(
		(procedure) => "idempotencyKey" in fieldsOf(procedure) && !passedOn.includes(procedure.path),
	);

	it("is shown here for every procedure that takes a key", () => {
		expect(Object.keys(calls).sort()).toEqual(creating.map(({ path }) => path).sort());
	});

	it.each(Object.keys(calls))(
		"%s: does once, and answers alike; under the same key nothing else can be asked",
		async (path) => {
			const procedure = procedureCalled(path);
			const { who, input, other } = (await calls[path]?.()) ?? { who: null, input: {}, other: {} };
			const keyed = { ...input, idempotencyKey: newId() };
			const [one, another] = await Promise.all([ask(procedure, keyed, who), ask(procedure, keyed, who)]);
			expect(one.status, JSON.stringify(one.body)).toBe(200);
			expect(another).toEqual(one);
			await engine.settle();
			const before = await fingerprint();
			expect(await ask(procedure, keyed, who)).toEqual(one);
			const reused = await ask(procedure, { ...keyed, ...other }, who);
			expect(reused).toMatchObject({
				status: 409,
				body: { error: { json: { data: { refusal: { code: "common.idempotency_key_reused" } } } } },
			});
			expect(await fingerprint()).toEqual(before);
		},
	);

	it("and was signed by nobody, or by a session that never was, does nothing", async () => {
		const before = await fingerprint();
		const stale = { ...story.people.client, cookie: `authjs.session-token=${crypto.randomUUID()}` };
		for (const procedure of creating) {
			for (const who of [null, stale]) {
				expect((await ask(procedure, { idempotencyKey: newId() }, who)).status).toBe(401);
			}
		}
		expect(await fingerprint()).toEqual(before);
	});
});
