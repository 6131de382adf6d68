import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { getAccount, registerAccount } from "@/server/contexts/identity";
import { aPerson } from "@/server/contexts/identity/testing";
import { systemNow } from "@/server/kernel/clock";
import { type ClientId, newId, type OrderId } from "@/server/kernel/ids";
import { serveHttp } from "@/server/mounts/testing-server";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { faultOfMessage } from "@/server/platform/signed-messages";
import { aRequestedKit, auditOf, cookieOf, kitOf, newsOf } from "../testing";
import { giveUpCookie } from "./give-up-cookie";
import { orderCookie } from "./order-cookie";
import { receiveCookie } from "./receive-cookie";
import { recordEnding } from "./record-ending";
import { recordUnassignment } from "./record-unassignment";
import { requestKit } from "./request-kit";
import { tickItem } from "./tick-item";

const SECRET = "another secret known to everybody";

/** The environment is read once, perhaps by what is imported above: the contractor's address has to be known before. */
const port = await vi.hoisted(async () => {
	const { freePort } = await import("@/scripts/lib/ports.mjs");
	const port = await freePort();
	process.env.COOKIE_BAKER_URL = `http://127.0.0.1:${port}/bakery`;
	return port;
});

type Asked = { headers: Headers; body: string };
/** The contractor, on a port of its own: what it was asked, and what it answers. */
const bakery = { asked: [] as Asked[], answer: (): Response | Promise<Response> => baked("c-1") };
const baked = (reference: string) => Response.json({ reference, expectedInMinutes: 10 }, { status: 202 });
let stop: () => Promise<void>;

beforeAll(async () => {
	const routes = {
		"/bakery/cookies": async (request: Request) => {
			bakery.asked.push({ headers: request.headers, body: await request.text() });
			return bakery.answer();
		},
	};
	({ stop } = await serveHttp(routes, port));
});
afterAll(() => stop());
beforeEach(() => {
	bakery.asked = [];
	bakery.answer = () => baked("c-1");
});

const house = () => at(createCtx(), "2026-12-01T08:00:00Z");
const later = (time: string) => at(createCtx(), `2026-12-01T${time}Z`);

async function aKitOfSomebody(name = "Murka") {
	const email = `${newId()}@cats.example`;
	const person = { name, email, phone: "+79990001122", locale: "ru" as const, roles: ["client" as const] };
	const { accountId } = await registerAccount(house(), person);
	const clientId = (await getAccount(house(), accountId))?.clientId as ClientId;
	return aRequestedKit(house(), { clientId });
}
const arrival = (order: OrderId, reference = "c-1") => ({ order, reference, status: "delivered" as const });

describe("the fortune cookie (R-170)", () => {
	it("is ordered at once over signed HTTP, with the client's name and language and nothing more", async () => {
		const { orderId } = await aKitOfSomebody();
		await orderCookie(house(), { orderId });
		expect(bakery.asked).toHaveLength(1);
		const [asked] = bakery.asked;
		expect(JSON.parse(asked?.body ?? "")).toEqual({ order: orderId, name: "Murka", language: "ru" });
		expect(asked?.headers.get("idempotency-key")).toBe(orderId);
		expect(asked && faultOfMessage(asked, SECRET, systemNow())).toBeNull();
		expect(await cookieOf(house(), orderId)).toMatchObject({
			state: "ordered",
			reference: "c-1",
			expectedAt: new Date("2026-12-01T08:10:00Z"),
		});
		expect(await newsOf(house(), orderId)).toEqual(["kit.requested", "cookie.ordered"]);
		expect((await auditOf(house(), orderId)).at(-1)).toMatchObject({ action: "supplies.order-cookie" });
	});

	it("is one per order, whoever is assigned, and however often it is asked for", async () => {
		const { orderId, assigned } = await aKitOfSomebody();
		await Promise.all([orderCookie(house(), { orderId }), orderCookie(house(), { orderId })]);
		await recordUnassignment(house(), assigned);
		await requestKit(house(), { ...assigned, assignment: 2 });
		await orderCookie(house(), { orderId });
		expect(new Set(bakery.asked.map(({ headers }) => headers.get("idempotency-key")))).toEqual(new Set([orderId]));
		expect((await newsOf(house(), orderId)).filter((name) => name === "cookie.ordered")).toHaveLength(1);
	});

	it("is not baked for an order that has ended", async () => {
		const { orderId } = await aKitOfSomebody();
		await recordEnding(house(), { orderId, assignment: 1, completed: false });
		await orderCookie(house(), { orderId });
		expect(bakery.asked).toEqual([]);
	});

	it("waits for the client to be known", async () => {
		const { orderId } = await aRequestedKit(house());
		await expect(orderCookie(house(), { orderId })).rejects.toThrow(/not yet: client/);
		expect(await cookieOf(house(), orderId)).toMatchObject({ state: "intent" });
	});
});

describe("a contractor who is down", () => {
	it.each([
		["answers 503", () => new Response("", { status: 503 })],
		["is asked too often", () => new Response("", { status: 429 })],
		["answers nonsense", () => new Response("<html>", { status: 200 })],
		["answers without a reference", () => Response.json({ expectedInMinutes: 10 })],
		["cuts the line", () => Promise.reject(new Error("cut"))],
		["leads elsewhere", () => new Response("", { status: 302, headers: { location: "http://127.0.0.1:1/" } })],
	])("%s: nothing is lost, the same order is tried again", async (_what, answer) => {
		const { orderId } = await aKitOfSomebody();
		bakery.answer = answer;
		await expect(orderCookie(house(), { orderId })).rejects.toThrow();
		expect(await cookieOf(house(), orderId)).toMatchObject({ state: "intent", trouble: expect.any(String) });
		bakery.answer = () => baked("c-2");
		await orderCookie(house(), { orderId });
		expect(await cookieOf(house(), orderId)).toMatchObject({ state: "ordered", reference: "c-2", trouble: null });
		expect(new Set(bakery.asked.map(({ headers }) => headers.get("idempotency-key")))).toEqual(new Set([orderId]));
	});

	it("who refuses for good is not asked again: the kit goes without", async () => {
		const { orderId } = await aKitOfSomebody();
		bakery.answer = () => new Response("", { status: 422 });
		await orderCookie(house(), { orderId });
		await orderCookie(house(), { orderId });
		expect(bakery.asked).toHaveLength(1);
		expect(await cookieOf(house(), orderId)).toMatchObject({ state: "given-up" });
		expect(await newsOf(house(), orderId)).toEqual(["kit.requested", "cookie.given-up"]);
		expect((await auditOf(house(), orderId)).at(-1)).toMatchObject({
			action: "supplies.give-up-cookie",
			reason: "the cookie contractor refused with 422",
		});
	});
});

describe("its arrival", () => {
	it("counts once, however often it is told", async () => {
		const { orderId } = await aKitOfSomebody();
		await orderCookie(house(), { orderId });
		await Promise.all([receiveCookie(house(), arrival(orderId)), receiveCookie(house(), arrival(orderId))]);
		await receiveCookie(house(), arrival(orderId));
		expect(await cookieOf(house(), orderId)).toMatchObject({ state: "arrived" });
		expect(await newsOf(house(), orderId)).toEqual(["kit.requested", "cookie.ordered", "cookie.arrived"]);
	});

	it("may be told before the contractor has answered our order", async () => {
		const { orderId } = await aKitOfSomebody();
		bakery.answer = async () => {
			await receiveCookie(house(), arrival(orderId));
			return baked("c-1");
		};
		await orderCookie(house(), { orderId });
		expect(await cookieOf(house(), orderId)).toMatchObject({ state: "arrived", reference: "c-1" });
		expect(await newsOf(house(), orderId)).toEqual(["kit.requested", "cookie.arrived", "cookie.ordered"]);
	});

	it("is refused for another cookie than ours, and for an order without one", async () => {
		const { orderId } = await aKitOfSomebody();
		await orderCookie(house(), { orderId });
		for (const foreign of [arrival(orderId, "c-other"), arrival(newId())]) {
			await expect(receiveCookie(house(), foreign)).rejects.toMatchObject({ code: "common.not_found" });
		}
		expect(await cookieOf(house(), orderId)).toMatchObject({ state: "ordered" });
	});
});

describe("a cookie that does not come", () => {
	const allButTheCookie = async ({ kitId }: Awaited<ReturnType<typeof aKitOfSomebody>>) => {
		const staff = actingAs(house(), aPerson("warehouse"));
		for (const position of [0, 1, 2]) await tickItem(staff, { kitId, position, ticked: true });
	};

	it("is waited for as long as the policy says, and then the kit is ready without it", async () => {
		const kit = await aKitOfSomebody();
		const { orderId } = kit;
		await orderCookie(house(), { orderId });
		await allButTheCookie(kit);
		await expect(giveUpCookie(later("08:44:59"), { orderId })).rejects.toThrow(/not yet/);
		expect(await kitOf(house(), kit.assigned)).toMatchObject({ state: "assembling" });
		await giveUpCookie(later("08:45:00"), { orderId });
		await giveUpCookie(later("08:45:00"), { orderId });
		expect(await kitOf(house(), kit.assigned)).toMatchObject({ state: "ready" });
		expect(await cookieOf(house(), orderId)).toMatchObject({ state: "given-up" });
		expect(await newsOf(house(), orderId)).toEqual([
			...["kit.requested", "cookie.ordered", "cookie.given-up", "kit.ready"],
		]);
	});

	it("and comes late after all can still be put in; the kit does not wait for it", async () => {
		const kit = await aKitOfSomebody();
		const { orderId, kitId } = kit;
		await orderCookie(house(), { orderId });
		await giveUpCookie(later("08:45:00"), { orderId });
		await receiveCookie(later("08:50:00"), arrival(orderId));
		expect(await cookieOf(house(), orderId)).toMatchObject({ state: "arrived" });
		await allButTheCookie(kit);
		expect(await kitOf(house(), kit.assigned)).toMatchObject({ state: "ready" });
		await tickItem(actingAs(house(), aPerson("warehouse")), { kitId, position: 3, ticked: true });
		expect(await kitOf(house(), kit.assigned)).toMatchObject({ state: "ready" });
		expect((await newsOf(house(), orderId)).filter((name) => name === "kit.ready")).toHaveLength(1);
	});

	it("is not given up once it is here", async () => {
		const { orderId } = await aKitOfSomebody();
		await orderCookie(house(), { orderId });
		await receiveCookie(house(), arrival(orderId));
		await giveUpCookie(later("09:00:00"), { orderId });
		expect(await cookieOf(house(), orderId)).toMatchObject({ state: "arrived", gaveUpAt: null });
	});

	it("given up and arriving in one moment: arrived, and the kit waits no more", async () => {
		const { orderId } = await aKitOfSomebody();
		await orderCookie(house(), { orderId });
		await Promise.all([
			giveUpCookie(later("08:45:00"), { orderId }),
			receiveCookie(later("08:45:00"), arrival(orderId)),
		]);
		expect(await cookieOf(house(), orderId)).toMatchObject({ state: "arrived" });
	});
});
