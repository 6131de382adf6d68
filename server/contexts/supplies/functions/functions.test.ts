import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { z } from "zod";
import { getAccount, registerAccount } from "@/server/contexts/identity";
import { aPerson } from "@/server/contexts/identity/testing";
import { startTestEngine } from "@/server/engine/testing";
import type { EventDefinition } from "@/server/events/catalog/_define";
import { jobCompleted, jobCorrected, jobFailed, jobStarted } from "@/server/events/catalog/execution";
import { workerChanged } from "@/server/events/catalog/hiring";
import { orderAssigned, orderUnassigned, serviceTypeChanged } from "@/server/events/catalog/ordering";
import { publish } from "@/server/events/publish";
import { after, hours, minutes } from "@/server/kernel/clock";
import { type ClientId, newId } from "@/server/kernel/ids";
import { serveHttp } from "@/server/mounts/testing-server";
import { actingAs, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { isAnnouncedTwice } from "../adapters/cookie-baker-sandbox";
import { issueKit } from "../commands/issue-kit";
import { cookieBakerSandbox, cookieBakerWebhook } from "../http";
import { anAssignment, aServiceType, aWorker, cookieOf, kitOf, newsOf } from "../testing";
import { suppliesFunctions } from "./index";

/** The environment is read once, by what is imported above: the sandbox's address has to be known before. */
const port = await vi.hoisted(async () => {
	const { freePort } = await import("@/scripts/lib/ports.mjs");
	const port = await freePort();
	process.env.APP_URL = `http://127.0.0.1:${port}`;
	process.env.COOKIE_BAKER_URL = `http://127.0.0.1:${port}/api/sandbox/cookie-baker`;
	return port;
});

const ctx = createCtx();
const staff = actingAs(ctx, aPerson("warehouse"));

/** What came to the webhook, and whether it is up. */
const webhook = { told: [] as string[], answer: cookieBakerWebhook };
const bakery = { answer: cookieBakerSandbox };
const down = async () => new Response("", { status: 503 });
let stop: () => Promise<void>;

beforeAll(async () => {
	const routes = {
		"/api/sandbox/cookie-baker/cookies": (request: Request) => bakery.answer(request),
		"/api/webhooks/cookie-baker": async (request: Request) => {
			webhook.told.push(await request.clone().text());
			return webhook.answer(request);
		},
	};
	({ stop } = await serveHttp(routes, port));
});
afterAll(() => stop());

let engine: Awaited<ReturnType<typeof startTestEngine>>;
afterEach(async () => {
	webhook.answer = cookieBakerWebhook;
	bakery.answer = cookieBakerSandbox;
	await engine.stop();
});

const tell = <Schema extends z.ZodObject>(event: EventDefinition<string, Schema>, data: z.input<Schema>) =>
	withTransaction(ctx, (tx) => publish(tx, event, data));

async function aClient(): Promise<ClientId> {
	const { accountId } = await registerAccount(ctx, {
		...{ name: "Murka", email: `${newId()}@cats.example`, phone: "+79990001122", locale: "ru", roles: ["client"] },
	});
	return (await getAccount(ctx, accountId))?.clientId as ClientId;
}

/** An assignment for so many hours from now, and the replicas that it needs: told by `tellReplicas`. */
async function anOrder(inHours = 5) {
	const [type, worker] = [aServiceType(), aWorker()];
	const startsAt = after(ctx.clock.now(), hours(inHours)).toISOString();
	const ids = { serviceTypeId: type.serviceTypeId, workerId: worker.workerId, clientId: await aClient() };
	const assigned = anAssignment({ ...ids, startsAt });
	const tellReplicas = async () => {
		await tell(serviceTypeChanged, type);
		await tell(workerChanged, worker);
	};
	const about = { ...assigned, ending: 1, at: startsAt, words: "", reason: "no-show" as const, reportPhotoId: null };
	return { assigned, tellReplicas, about };
}

const inMinutes = (count: number) => after(ctx.clock.now(), minutes(count));

describe.each([
	["once", {}],
	["twice", { twice: true }],
	["with every first answer lost", { repeated: true }],
])("what others tell, %s,", (_how, faults) => {
	it("makes one kit and one cookie, which comes over HTTP ten minutes later", async () => {
		engine = await startTestEngine(suppliesFunctions, faults);
		const { assigned, tellReplicas } = await anOrder();
		await tellReplicas();
		await tell(orderAssigned, assigned);
		await engine.settle();
		expect(await kitOf(ctx, assigned)).toMatchObject({ state: "requested" });
		expect(await cookieOf(ctx, assigned.orderId)).toMatchObject({ state: "ordered" });
		await engine.travelTo(inMinutes(9));
		expect(await cookieOf(ctx, assigned.orderId)).toMatchObject({ state: "ordered" });
		await engine.travelTo(inMinutes(2));
		expect(await cookieOf(ctx, assigned.orderId)).toMatchObject({ state: "arrived" });
		await engine.travelTo(inMinutes(60));
		expect(await newsOf(ctx, assigned.orderId)).toEqual(["kit.requested", "cookie.ordered", "cookie.arrived"]);
	});

	it("waits for what an assignment builds on, and comes to the same", async () => {
		engine = await startTestEngine(suppliesFunctions, faults);
		const { assigned, tellReplicas } = await anOrder();
		await tell(orderAssigned, assigned);
		await tellReplicas();
		await engine.settle();
		expect(await kitOf(ctx, assigned)).toMatchObject({ state: "requested" });
	});

	it("uses a kit up, in whatever order the story is told", async () => {
		engine = await startTestEngine(suppliesFunctions, faults);
		const { assigned, tellReplicas, about } = await anOrder();
		await tellReplicas();
		await tell(orderAssigned, assigned);
		await engine.settle();
		await issueKit(staff, { kitId: (await kitOf(ctx, assigned))?.id ?? newId() });
		await tell(jobCompleted, about);
		await tell(jobStarted, { ...about, photoId: newId(), kitIssued: true });
		await tell(orderAssigned, assigned);
		await engine.settle();
		expect(await kitOf(ctx, assigned)).toMatchObject({ state: "used" });
	});

	it("takes a kit back, and makes none for an assignment that was lost before it came", async () => {
		engine = await startTestEngine(suppliesFunctions, faults);
		const { assigned, tellReplicas } = await anOrder();
		await tellReplicas();
		await tell(orderUnassigned, { ...assigned, reason: "the worker gave up" });
		await engine.settle();
		await tell(orderAssigned, assigned);
		await tell(orderAssigned, { ...assigned, assignment: 2 });
		await engine.settle();
		expect(await kitOf(ctx, assigned)).toBeUndefined();
		await tell(jobFailed, {
			...assigned,
			ending: 1,
			at: assigned.startsAt,
			reason: "no-show",
			words: "",
			assignment: 2,
		});
		await engine.settle();
		expect(await kitOf(ctx, { ...assigned, assignment: 2 })).toMatchObject({ state: "returned" });
	});

	it.each([
		["failed, corrected to done", "failed", "completed"],
		["done, corrected to failed", "completed", "failed"],
	] as const)("has a kit used up by a job that was ever done: %s", async (_story, earlier, outcome) => {
		engine = await startTestEngine(suppliesFunctions, faults);
		const { assigned, tellReplicas, about } = await anOrder();
		await tellReplicas();
		await tell(orderAssigned, assigned);
		await engine.settle();
		await issueKit(staff, { kitId: (await kitOf(ctx, assigned))?.id ?? newId() });
		await tell(jobCorrected, { ...about, ending: 2, earlier, outcome, by: "Vasilisa", reason: "was there" });
		if (earlier === "failed") await tell(jobFailed, about);
		else await tell(jobCompleted, about);
		await engine.settle();
		expect(await kitOf(ctx, assigned)).toMatchObject({ state: "used", returnDue: false });
	});
});

describe("the contractor", () => {
	const request = async () => {
		const { assigned, tellReplicas } = await anOrder();
		await tellReplicas();
		await tell(orderAssigned, assigned);
		return assigned;
	};

	it("whose message never reaches us is given up after 45 minutes", async () => {
		engine = await startTestEngine(suppliesFunctions);
		webhook.answer = async () => new Response("", { status: 200 });
		const { orderId } = await request();
		await engine.settle();
		await engine.travelTo(inMinutes(46));
		expect(await cookieOf(ctx, orderId)).toMatchObject({ state: "given-up" });
		expect(await newsOf(ctx, orderId)).toEqual(["kit.requested", "cookie.ordered", "cookie.given-up"]);
	});

	it("who is down for a while gets the order when it is back: nothing is lost", async () => {
		engine = await startTestEngine(suppliesFunctions, { settings: { backoff: () => 200 } });
		bakery.answer = down;
		const { orderId } = await request();
		await expect.poll(async () => (await cookieOf(ctx, orderId))?.trouble).toMatch(/503/);
		bakery.answer = cookieBakerSandbox;
		await engine.settle();
		expect(await cookieOf(ctx, orderId)).toMatchObject({ state: "ordered", trouble: null });
	});

	it("survives that we are killed while the cookie bakes", async () => {
		engine = await startTestEngine(suppliesFunctions);
		const { orderId } = await request();
		await engine.settle();
		await engine.kill();
		await engine.resume();
		await engine.travelTo(inMinutes(11));
		expect(await cookieOf(ctx, orderId)).toMatchObject({ state: "arrived" });
	});

	it("tells every other delivery twice, and it is one arrival", async () => {
		engine = await startTestEngine(suppliesFunctions);
		const orders = [await request(), await request(), await request(), await request()];
		await engine.settle();
		await engine.travelTo(inMinutes(11));
		for (const { orderId } of orders) {
			const reference = (await cookieOf(ctx, orderId))?.reference ?? "";
			const told = webhook.told.filter((body) => body.includes(orderId));
			expect(told).toHaveLength(isAnnouncedTwice(reference) ? 2 : 1);
			expect((await newsOf(ctx, orderId)).filter((name) => name === "cookie.arrived")).toHaveLength(1);
		}
	});
});
