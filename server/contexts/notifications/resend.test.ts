import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { messages, recipients } from "@/db/schema/notifications";
import { auditEntries } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { startTestEngine } from "@/server/engine/testing";
import { type AccountId, newId } from "@/server/kernel/ids";
import { actingAs, createCtx } from "@/server/platform/context";
import { resendMessage } from "./commands/resend-message";
import { deliveriesList, type MessageState } from "./contracts";
import { notificationsFunctions } from "./functions";
import { getDelivery } from "./queries/get-delivery";
import { countDeliveries, getDeliveryFigures, listDeliveries } from "./queries/list-deliveries";
import { aKnownPerson } from "./testing";

const ctx = createCtx();
const admin = actingAs(ctx, aPerson("admin"));
const manager = actingAs(ctx, aPerson("manager"));
const reason = "The address was wrong";
const list = (asked: object = {}) => listDeliveries(manager, deliveriesList.input.parse(asked));

let engine: Awaited<ReturnType<typeof startTestEngine>>;
beforeAll(async () => {
	engine = await startTestEngine(notificationsFunctions);
});
afterAll(() => engine.stop());

async function aMessage(status: MessageState, name = "Murka", active = true) {
	const { accountId, email } = await aKnownPerson(ctx, { name, active });
	await engine.settle();
	const id = newId<string>();
	const words = { subject: "Your kit is ready", html: "<p>Come</p>", text: "Come" };
	const to = { accountId: accountId as AccountId, recipientName: name, email: `old-${email}`, locale: "en" as const };
	await ctx.db
		.insert(messages)
		.values({ id, fact: `try:${id}`, template: "kit-ready", ...to, ...words, status, createdAt: ctx.clock.now() });
	return { messageId: id, accountId: accountId as AccountId, email };
}
const resend = (messageId: string, as = admin) =>
	resendMessage(as, { messageId, reason, idempotencyKey: newId<string>() });

describe("a message sent once more", () => {
	it("goes to the address that the person has now, as a copy beside the first, on record", async () => {
		const { messageId, accountId, email } = await aMessage("failed");
		const copy = await resend(messageId);
		await engine.settle();
		const rows = await ctx.db
			.select()
			.from(messages)
			.where(eq(messages.accountId, accountId))
			.orderBy(asc(messages.id));
		expect(rows).toMatchObject([
			{ id: messageId, status: "failed", copyOf: null },
			{ id: copy.messageId, status: "mailbox", copyOf: messageId, email, subject: "Your kit is ready" },
		]);
		expect((await getDelivery(manager, { messageId })).copies.map(({ id }) => id)).toEqual([copy.messageId]);
		const audited = await ctx.db
			.select()
			.from(auditEntries)
			.where(eq(auditEntries.subject, `account:${accountId}`));
		expect(audited).toMatchObject([
			{ action: "notifications.resend", reason, before: { status: "failed" }, after: { email } },
		]);
	});

	it("is sent once for one press of the button", async () => {
		const { messageId, accountId } = await aMessage("sent");
		const input = { messageId, reason, idempotencyKey: newId<string>() };
		const [one, two] = await Promise.all([resendMessage(admin, input), resendMessage(admin, input)]);
		expect(one).toEqual(two);
		expect(await ctx.db.$count(messages, eq(messages.accountId, accountId))).toBe(2);
	});

	it("is refused while the first still waits, to who is switched off, and where there is none", async () => {
		await expect(resend((await aMessage("queued")).messageId)).rejects.toMatchObject({
			code: "notifications.still_queued",
		});
		const { messageId, accountId } = await aMessage("failed");
		await ctx.db.update(recipients).set({ active: false }).where(eq(recipients.accountId, accountId));
		await expect(resend(messageId)).rejects.toMatchObject({ code: "notifications.nobody_to_tell" });
		await expect(resend(newId())).rejects.toMatchObject({ code: "common.not_found" });
	});

	it.each(["client", "worker", "warehouse", "manager"] as const)("is not for a %s to send", async (role) => {
		const denied = resend(newId(), actingAs(ctx, aPerson(role)));
		await expect(denied).rejects.toMatchObject({ code: "common.not_allowed" });
	});
});

describe("deliveries, for the office", () => {
	it("are found by state, by name or address, and by id", async () => {
		const { messageId, email } = await aMessage("failed", "Zefirka the Unheard");
		expect((await list({ search: "unheard" })).rows).toMatchObject([{ id: messageId, status: "failed" }]);
		expect((await list({ search: email, state: "failed" })).rows).toHaveLength(1);
		expect((await list({ search: email, state: "sent" })).rows).toEqual([]);
		expect((await list({ search: messageId })).rows).toHaveLength(1);
		expect((await list({ search: "100%" })).rows).toEqual([]);
		expect(await countDeliveries(manager, { search: messageId })).toEqual({ count: 1, more: false });
	});

	it("are counted by state", async () => {
		const before = await getDeliveryFigures(manager);
		await aMessage("failed");
		expect(await getDeliveryFigures(manager)).toEqual({ ...before, failed: before.failed + 1 });
	});

	it.each(["client", "worker", "warehouse"] as const)("are not for a %s", async (role) => {
		const other = actingAs(ctx, aPerson(role));
		await expect(listDeliveries(other, deliveriesList.input.parse({}))).rejects.toMatchObject({
			code: "common.not_allowed",
		});
	});
});
