import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deliveries, messages } from "@/db/schema/notifications";
import { type AccountId, newId } from "@/server/kernel/ids";
import { createCtx } from "@/server/platform/context";
import { sendMessage } from "../commands/send-message";
import { createResend } from "./resend";

const ctx = createCtx();

type Call = { path: string; headers: IncomingHttpHeaders; body: Record<string, unknown> };
type Answer = { status: number; body: unknown };

/** A double that speaks Resend's protocol over real HTTP: it remembers what it was asked and answers what it is told to. */
let calls: Call[] = [];
let answers: Answer[] = [];
const accepts = (id: string): Answer => ({ status: 200, body: { id } });
const refuses = (status: number, name: string): Answer => ({
	status,
	body: { statusCode: status, name, message: "no" },
});

const double = createServer(async (request, response) => {
	let body = "";
	for await (const chunk of request) body += chunk;
	calls.push({ path: request.url ?? "", headers: request.headers, body: JSON.parse(body) });
	const answer = answers.shift();
	if (!answer) return request.socket.destroy();
	response.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
});

let service: ReturnType<typeof createResend>;

beforeAll(async () => {
	await new Promise<void>((resolve) => double.listen(0, "127.0.0.1", resolve));
	const { port } = double.address() as AddressInfo;
	const baseUrl = `http://127.0.0.1:${port}`;
	service = createResend({ key: "re_secret", from: "Make Cats Free <hello@cats.example>", baseUrl });
});

afterAll(() => new Promise((resolve) => double.close(resolve)));

beforeEach(() => {
	calls = [];
	answers = [];
});

async function aQueuedMessage(): Promise<string> {
	const id = newId<string>();
	await ctx.db.insert(messages).values({
		...{ id, fact: `test:${id}`, template: "order-placed", accountId: newId<AccountId>(), recipientName: "Murka" },
		...{ email: "murka@cats.example", locale: "en", subject: "Hello", html: "<p>Hi</p>", text: "Hi" },
		...{ status: "queued", createdAt: ctx.clock.now() },
	});
	return id;
}

const send = (messageId: string) => sendMessage(ctx, { messageId }, service);
const statusOf = async (id: string) => (await ctx.db.select().from(messages).where(eq(messages.id, id)))[0];
const attemptsAt = (id: string) => ctx.db.select().from(deliveries).where(eq(deliveries.messageId, id));

describe("a message sent through Resend", () => {
	it("goes out with the key, the sender, and its own id as idempotency key", async () => {
		answers = [accepts("mail-1")];
		const id = await aQueuedMessage();
		await send(id);
		expect(calls).toMatchObject([
			{
				path: "/emails",
				headers: { authorization: "Bearer re_secret", "idempotency-key": id },
				body: {
					...{ from: "Make Cats Free <hello@cats.example>", to: "murka@cats.example" },
					...{ subject: "Hello", html: "<p>Hi</p>", text: "Hi" },
				},
			},
		]);
		expect(await statusOf(id)).toMatchObject({ status: "sent", providerId: "mail-1" });
		expect(await attemptsAt(id)).toMatchObject([{ outcome: "accepted", detail: "" }]);
	});

	it("is not sent again", async () => {
		answers = [accepts("mail-2"), accepts("mail-3")];
		const id = await aQueuedMessage();
		await send(id);
		await send(id);
		expect(calls).toHaveLength(1);
	});

	it.each([
		["does not answer", []],
		["has too much to do", [refuses(429, "rate_limit_exceeded")]],
		["is broken", [refuses(500, "internal_server_error")]],
		["answers nonsense", [{ status: 502, body: "<html>" }]],
	] as [string, Answer[]][])("is tried again, under the same key, when the service %s", async (_what, first) => {
		answers = first;
		const id = await aQueuedMessage();
		await expect(send(id)).rejects.toThrow("did not take message");
		expect(await statusOf(id)).toMatchObject({ status: "queued", providerId: null });
		answers = [accepts("mail-4")];
		await send(id);
		expect(new Set(calls.map(({ headers }) => headers["idempotency-key"]))).toEqual(new Set([id]));
		expect(await statusOf(id)).toMatchObject({ status: "sent" });
		expect((await attemptsAt(id)).map(({ outcome }) => outcome)).toEqual(["unreachable", "accepted"]);
	});

	it("is given up when the service will never take it, and says why", async () => {
		answers = [refuses(422, "validation_error")];
		const id = await aQueuedMessage();
		await send(id);
		expect(await statusOf(id)).toMatchObject({ status: "failed" });
		expect(await attemptsAt(id)).toMatchObject([{ outcome: "refused", detail: "422 validation_error: no" }]);
	});

	it("stays in the mailbox where no service is set up", async () => {
		const id = await aQueuedMessage();
		await sendMessage(ctx, { messageId: id });
		expect(await statusOf(id)).toMatchObject({ status: "mailbox" });
		expect(await attemptsAt(id)).toEqual([]);
	});
});
