import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { getAccount, openSession, registerAccount } from "@/server/contexts/identity";
import type { Role } from "@/server/kernel/actor";
import { systemNow } from "@/server/kernel/clock";
import { type ClientId, newId } from "@/server/kernel/ids";
import { handleAcceptanceForm } from "@/server/mounts/acceptance-form";
import { serveHttp } from "@/server/mounts/testing-server";
import { at, createCtx } from "@/server/platform/context";
import { signMessage } from "@/server/platform/signed-messages";
import { sessionCookie } from "@/server/trpc/session-cookie";
import { orderCookie } from "./commands/order-cookie";
import { cookieBakerSandbox, cookieBakerWebhook } from "./http";
import { aRequestedKit, cookieOf, newsOf } from "./testing";

const SECRET = "another secret known to everybody";

/** The environment is read once, perhaps by what is imported above: the contractor's address has to be known before. */
const port = await vi.hoisted(async () => {
	const { freePort } = await import("@/scripts/lib/ports.mjs");
	const port = await freePort();
	process.env.COOKIE_BAKER_URL = `http://127.0.0.1:${port}/api/sandbox/cookie-baker`;
	return port;
});
let stop: () => Promise<void>;

beforeAll(async () => {
	const routes = { "/api/sandbox/cookie-baker/cookies": cookieBakerSandbox };
	({ stop } = await serveHttp(routes, port));
});
afterAll(() => stop());

const house = () => at(createCtx(), "2026-12-01T08:00:00Z");

async function somebody(role: Role, given: { name?: string; locale?: "en" | "ru" } = {}) {
	const who = { name: "Murka", locale: "ru" as const, ...given };
	const { accountId } = await registerAccount(house(), {
		...{ ...who, email: `${newId()}@cats.example`, phone: "+79990001122", roles: [role] },
	});
	const { token, expiresAt } = await openSession(house(), { accountId });
	const account = await getAccount(house(), accountId);
	return { clientId: account?.clientId as ClientId, cookie: sessionCookie(token, expiresAt, false) };
}

async function anOrderedCookie() {
	const { clientId } = await somebody("client");
	const kit = await aRequestedKit(house(), { clientId });
	await orderCookie(house(), { orderId: kit.orderId });
	const cookie = await cookieOf(house(), kit.orderId);
	return { ...kit, delivery: { order: kit.orderId, reference: cookie?.reference, status: "delivered" } };
}

type Sent = { secret?: string; when?: Date; headers?: Record<string, string> };
const message = (content: unknown, { secret = SECRET, when = systemNow(), headers }: Sent = {}) => {
	const body = typeof content === "string" ? content : JSON.stringify(content);
	const signed = { ...signMessage(body, secret, when), ...headers };
	return new Request("http://test/api/webhooks/cookie-baker", { method: "POST", headers: signed, body });
};

describe("the contractor's webhook", () => {
	it("takes a signed delivery, and the same message again changes nothing", async () => {
		const { delivery, orderId } = await anOrderedCookie();
		const sent = message(delivery);
		const replayed = sent.clone();
		expect((await cookieBakerWebhook(sent)).status).toBe(200);
		expect((await cookieBakerWebhook(replayed)).status).toBe(200);
		expect(await newsOf(house(), orderId)).toEqual(["kit.requested", "cookie.ordered", "cookie.arrived"]);
	});

	it.each([
		["a wrong secret", { secret: "somebody else's secret, long enough" }, "wrong_signature"],
		["no signature", { headers: { "x-signature": "" } }, "unsigned"],
		["a changed time", { headers: { "x-timestamp": String(systemNow().getTime() - 1) } }, "wrong_signature"],
		["a recording of six minutes ago", { when: new Date(systemNow().getTime() - 360_000) }, "too_old"],
	])("refuses %s, and nothing changes", async (_what, how, error) => {
		const { delivery, orderId } = await anOrderedCookie();
		const response = await cookieBakerWebhook(message(delivery, how));
		expect([response.status, await response.json()]).toEqual([401, { error }]);
		expect(await cookieOf(house(), orderId)).toMatchObject({ state: "ordered" });
	});

	it.each([
		["not JSON", "{", 400],
		["nothing", "", 400],
		["another shape", { order: "1" }, 400],
		["a status that we do not know", { order: newId(), reference: "c", status: "burnt" }, 400],
		["a NUL in the reference", { order: newId(), reference: "a\u0000b", status: "delivered" }, 400],
		["an order that we do not know", { order: newId(), reference: "c", status: "delivered" }, 404],
		["a huge body", { order: newId(), reference: "c".repeat(20_000), status: "delivered" }, 413],
	])("answers %s with a clear error", async (_what, content, status) => {
		const response = await cookieBakerWebhook(message(content));
		expect(response.status).toBe(status);
		expect(await response.json()).toEqual({ error: expect.any(String) });
	});
});

describe("the sandbox", () => {
	const order = (content: { order: string; name: string; language: string }, how: Sent = {}) =>
		cookieBakerSandbox(message(content, { ...how, headers: { "idempotency-key": content.order, ...how.headers } }));
	const cookie = () => ({ order: newId<string>(), name: "Murka", language: "ru" });

	it("answers 202 and the same to the same key, and refuses another content under it", async () => {
		const content = cookie();
		const first = await order(content);
		const answer = await first.json();
		expect([first.status, answer]).toEqual([202, { reference: expect.any(String), expectedInMinutes: 10 }]);
		expect(await (await order(content)).json()).toEqual(answer);
		expect((await order({ ...content, name: "Vaska" })).status).toBe(409);
	});

	it("refuses an unsigned order, a key that is not the order's, and what is no order", async () => {
		expect((await order(cookie(), { secret: "somebody else's secret, long enough" })).status).toBe(401);
		expect((await order(cookie(), { headers: { "idempotency-key": newId() } })).status).toBe(400);
		expect((await order({ ...cookie(), language: "de" })).status).toBe(400);
	});
});

describe("the acceptance form (R-150)", () => {
	const print = (kitId: string, cookie = "") =>
		handleAcceptanceForm(new Request(`http://test/api/files/acceptance-form/${kitId}`, { headers: { cookie } }), kitId);

	it.each([
		["warehouse", 200],
		["manager", 200],
		["admin", 200],
		["client", 403],
		["worker", 403],
	] as const)("is for the warehouse and managers: a %s gets %i", async (role, status) => {
		const { cookie } = await somebody(role);
		const { kitId } = await aRequestedKit(house());
		expect((await print(kitId, cookie)).status).toBe(status);
	});

	it("is refused to a visitor, and unknown by a made-up id", async () => {
		const { cookie } = await somebody("warehouse");
		const { kitId } = await aRequestedKit(house());
		expect((await print(kitId)).status).toBe(401);
		expect((await print(newId(), cookie)).status).toBe(404);
		expect((await print("../../etc/passwd", cookie)).status).toBe(404);
	});

	it.each(["en", "ru"] as const)("is a one-page PDF in the client's language: %s", async (locale) => {
		const { cookie } = await somebody("warehouse");
		const { clientId } = await somebody("client", { locale, name: "Мурка 🐈 عبد" });
		const { kitId } = await aRequestedKit(house(), { clientId, contact: { name: "Мурка 🐈 عبد", phone: "+7999" } });
		const response = await print(kitId, cookie);
		expect(response.headers.get("content-type")).toBe("application/pdf");
		expect(response.headers.get("cache-control")).toBe("private, no-store");
		const bytes = Buffer.from(await response.arrayBuffer());
		expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
		expect(bytes.toString("latin1").match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
		expect(bytes.toString("latin1")).toContain(`/Lang (${locale})`);
	});
});
