import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { messages } from "@/db/schema/notifications";
import { liveChanges } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { startTestEngine } from "@/server/engine/testing";
import type { EventData, EventDefinition } from "@/server/events/catalog/_define";
import {
	cancellationRefused,
	jobCancelled,
	jobCompleted,
	jobCorrected,
	jobFailed,
	jobOverdue,
	jobReleased,
} from "@/server/events/catalog/execution";
import { workerChanged } from "@/server/events/catalog/hiring";
import { matchWaiting } from "@/server/events/catalog/matching";
import { orderAssigned, orderPlaced, orderUnassigned } from "@/server/events/catalog/ordering";
import { kitReady } from "@/server/events/catalog/supplies";
import { publish } from "@/server/events/publish";
import { newId } from "@/server/kernel/ids";
import { actingAs, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { notificationsFunctions } from "./functions";
import { getMailboxMessage } from "./queries/get-mailbox-message";
import { getOfficeOrder } from "./queries/get-office-order";
import { listMailbox } from "./queries/list-mailbox";
import { aKnownPerson, anAssigning, aPlacing } from "./testing";

const ctx = createCtx();

let engine: Awaited<ReturnType<typeof startTestEngine>>;
let placed: EventData<typeof orderPlaced>;
let assigned: EventData<typeof orderAssigned>;

const tell = <Definition extends EventDefinition>(event: Definition, data: EventData<Definition>) =>
	withTransaction(ctx, (tx) => publish(tx, event, data as never));

const mailsAbout = (orderId: string) =>
	ctx.db
		.select()
		.from(messages)
		.where(eq(messages.orderId, orderId as typeof placed.orderId))
		.orderBy(asc(messages.template), asc(messages.email));

/** Who got which message about the order. */
const postOf = async (orderId: string) =>
	(await mailsAbout(orderId)).map(({ template, recipientName }) => `${template}: ${recipientName}`);

const ended = () => ({
	...{ orderId: placed.orderId, orderNumber: 12, clientId: placed.clientId, workerId: assigned.workerId },
	...{ assignment: 1, ending: 1, at: "2026-11-25T10:00:00.000Z" },
});

beforeAll(async () => {
	// Every event starts each function twice, and every step's first answer is lost.
	engine = await startTestEngine(notificationsFunctions, { twice: true, repeated: true });
	await aKnownPerson(ctx, { name: "Vasilisa", roles: ["manager"], locale: "ru" });
	await aKnownPerson(ctx, { name: "Gone", roles: ["manager"], active: false });
	await aKnownPerson(ctx, { name: "Admin", roles: ["admin"] });
});

afterAll(() => engine.stop());

beforeEach(async () => {
	placed = aPlacing();
	assigned = anAssigning(placed);
	await aKnownPerson(ctx, { name: "Murka", roles: ["client"], clientId: placed.clientId });
	await aKnownPerson(ctx, { name: "Barsik", roles: ["worker"], workerId: assigned.workerId, locale: "ru" });
});

describe("R-300: who is told what, once, though every event comes twice", () => {
	it("an order placed: the client", async () => {
		await tell(orderPlaced, placed);
		await engine.settle();
		expect(await postOf(placed.orderId)).toEqual(["order-placed: Murka"]);
	});

	it("an order assigned: the client who comes and the price, the worker the job and the earning, each in their language", async () => {
		await tell(orderAssigned, assigned);
		await engine.settle();
		const [job, order] = await mailsAbout(placed.orderId);
		expect(order).toMatchObject({
			...{ template: "order-assigned", recipientName: "Murka", locale: "en", status: "mailbox" },
			subject: "Order 12: Barsik comes on 25\u00a0Nov\u00a02026, 12:00",
		});
		expect(order?.text).toMatch(/Price\s+₡95\.00 \(5% discount included\)/);
		expect(order?.html).toContain(`http://localhost:3000/orders/${placed.orderId}`);
		expect(job).toMatchObject({ template: "job-assigned", recipientName: "Barsik", locale: "ru" });
		expect(job?.subject).toContain("Новая работа: Мытьё окон");
		expect(job?.text).toMatch(/Вы заработаете\s+60,00\u00a0₡/);
		expect(job?.html).toContain(`http://localhost:3000/ru/jobs/${placed.orderId}`);
	});

	it("a worker lost: the client; another worker: both again", async () => {
		await tell(orderPlaced, placed);
		await tell(orderAssigned, assigned);
		await tell(orderUnassigned, { ...ended(), assignment: 1, reason: "gave up" });
		const second = anAssigning(placed, { assignment: 2 });
		await aKnownPerson(ctx, { name: "Ryzhik", roles: ["worker"], workerId: second.workerId });
		await tell(orderAssigned, second);
		await engine.settle();
		expect(await postOf(placed.orderId)).toEqual([
			...["job-assigned: Barsik", "job-assigned: Ryzhik", "order-assigned: Murka", "order-assigned: Murka"].sort(),
			...["order-placed: Murka", "order-unassigned: Murka"],
		]);
	});

	it("a job that a manager gave to somebody else: the worker who had it, and not one who gave it back", async () => {
		await tell(orderPlaced, placed);
		const { orderId, workerId } = assigned;
		const released = {
			orderId,
			clientId: placed.clientId,
			workerId,
			reason: "Asked for",
			at: "2026-11-24T08:00:00.000Z",
		};
		await tell(jobReleased, { ...released, assignment: 1, withdrawn: true });
		await tell(jobReleased, { ...released, assignment: 2, withdrawn: false });
		await engine.settle();
		const mails = await mailsAbout(placed.orderId);
		expect(mails.map(({ template }) => template).sort()).toEqual(["job-withdrawn", "order-placed"]);
		expect(mails.find(({ template }) => template === "job-withdrawn")?.subject).toContain("Больше не ваш заказ");
	});

	it("an order that waits: the managers who are there, once for each reason", async () => {
		await tell(orderPlaced, placed);
		for (let attempt = 0; attempt < 3; attempt++) {
			await tell(matchWaiting, { orderId: placed.orderId, match: 1, number: 1, reason: "everybody-booked" });
		}
		await engine.settle();
		expect(await postOf(placed.orderId)).toEqual(["order-placed: Murka", "order-waiting: Vasilisa"]);
	});

	it.each([
		["completed", jobCompleted, () => ({ ...ended(), reportPhotoId: null }), ["job-completed: Murka"]],
		[
			"failed",
			jobFailed,
			() => ({ ...ended(), reason: "no-show", words: "" }),
			["job-failed: Murka", "job-failed-office: Vasilisa", "job-penalty: Barsik"],
		],
		[
			"cancelled",
			jobCancelled,
			() => ({ ...ended(), by: "client", reason: "" }),
			["job-cancelled: Barsik", "order-cancelled: Murka"],
		],
		[
			"corrected",
			jobCorrected,
			() => ({ ...ended(), ending: 2, earlier: "failed", outcome: "completed", by: "Vasilisa", reason: "Was there" }),
			["earning-corrected: Barsik", "ending-corrected: Murka"],
		],
	] as const)("a job %s", async (_what, event, data, post) => {
		await tell(event as EventDefinition, data());
		await tell(orderAssigned, assigned);
		await engine.settle();
		const about = await mailsAbout(placed.orderId);
		const news = about.filter(({ template }) => !template.endsWith("-assigned"));
		expect(news.map(({ template, recipientName }) => `${template}: ${recipientName}`)).toEqual(post);
		for (const { template, text } of news) if (template.startsWith("job-completed")) expect(text).toContain("₡95.00");
		for (const { template, subject } of news) if (template === "job-penalty") expect(subject).toContain("40,00");
	});

	it("an order that nobody ever took: the client hears that it costs nothing", async () => {
		await tell(orderPlaced, placed);
		const nobody = { ...ended(), workerId: null, assignment: null };
		await tell(jobFailed, { ...nobody, reason: "never-staffed", words: "" });
		await engine.settle();
		const [failed] = await mailsAbout(placed.orderId);
		expect(failed).toMatchObject({ template: "job-failed" });
		expect(failed?.text).toContain("It costs you nothing.");
		expect(await postOf(placed.orderId)).toHaveLength(3);
	});

	it("a cancellation refused, a kit ready, a job overdue", async () => {
		await tell(orderPlaced, placed);
		const { orderId, clientId } = placed;
		const { workerId } = assigned;
		const at = "2026-11-25T08:00:00.000Z";
		await tell(cancellationRefused, { orderId, clientId, why: "already-started" });
		await tell(kitReady, { orderId, workerId, assignment: 1, by: "Kuzma", at });
		await tell(jobOverdue, { orderId, clientId, workerId, assignment: 1, at });
		await engine.settle();
		expect(await postOf(orderId)).toEqual([
			...["cancellation-refused: Murka", "job-overdue: Vasilisa", "kit-ready: Barsik", "order-placed: Murka"],
		]);
	});

	it("a worker hired: a welcome, and nothing when the profile changes later", async () => {
		const workerId = newId<typeof assigned.workerId>();
		const worker = {
			...{ workerId, version: 1, name: "Ryzhik", email: "r@cats.example", phone: "", locale: "en" as const, age: 3 },
			...{ breed: "siberian", coat: "red", photoId: null, strengths: [], weaknesses: [], active: true },
		};
		await tell(workerChanged, worker);
		const { accountId } = await aKnownPerson(ctx, { name: "Ryzhik", roles: ["worker"], workerId });
		await tell(workerChanged, { ...worker, version: 2 });
		await engine.settle();
		const post = await ctx.db.select().from(messages).where(eq(messages.accountId, accountId));
		expect(post.map(({ template }) => template)).toEqual(["worker-welcome"]);
	});

	it("nothing to whoever is switched off", async () => {
		const { clientId } = await aKnownPerson(ctx, { clientId: newId(), active: false });
		if (!clientId) throw new Error("a client has a client id");
		const order = aPlacing({ clientId });
		await tell(orderPlaced, order);
		await engine.settle();
		expect(await postOf(order.orderId)).toEqual([]);
	});
});

describe("where messages are seen", () => {
	it("in the demo's mailbox, newest first, with the page as its reader sees it", async () => {
		await tell(orderPlaced, placed);
		await engine.settle();
		const { messages: found } = await listMailbox(ctx, {});
		expect(found[0]).toMatchObject({ template: "order-placed", orderId: placed.orderId });
		const opened = await getMailboxMessage(ctx, { messageId: found[0]?.id ?? "" });
		expect(opened.html).toContain("We have your order");
		const older = await listMailbox(ctx, { cursor: found[0]?.id });
		expect(older.messages.map(({ id }) => id)).not.toContain(found[0]?.id);
		await expect(getMailboxMessage(ctx, { messageId: newId() })).rejects.toMatchObject({ code: "common.not_found" });
		const told = await ctx.db.select().from(liveChanges).where(eq(liveChanges.subject, placed.orderId));
		expect(told.at(-1)).toMatchObject({ context: "notifications", audiences: ["office"] });
	});

	it("on the order's page in the office, for managers only", async () => {
		await tell(orderPlaced, placed);
		await engine.settle();
		const { orderId } = placed;
		const seen = await getOfficeOrder(actingAs(ctx, aPerson("manager")), { orderId });
		expect(seen.messages).toMatchObject([{ template: "order-placed", status: "mailbox", attempts: [] }]);
		for (const role of ["client", "worker", "warehouse"] as const) {
			const tried = getOfficeOrder(actingAs(ctx, aPerson(role)), { orderId });
			await expect(tried).rejects.toMatchObject({ code: "common.not_allowed" });
		}
	});
});
