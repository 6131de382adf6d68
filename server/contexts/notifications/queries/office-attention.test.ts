import { expect, it } from "vitest";
import { messages } from "@/db/schema/notifications";
import { aPerson } from "@/server/contexts/identity/testing";
import { newId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { getAttention } from "./get-attention";

const ctx = createCtx();
const office = at(actingAs(ctx, aPerson("manager")), "2026-12-08T10:00:00Z");

const aMail = (status: "failed" | "sent", createdAt: string) =>
	ctx.db
		.insert(messages)
		.values({
			...{ id: newId(), fact: newId<string>(), template: "order-placed", accountId: newId(), orderId: newId() },
			...{
				recipientName: "Murka",
				email: "murka@cats.example",
				locale: "en",
				subject: "Your order",
				html: "",
				text: "",
			},
			...{ status, createdAt: new Date(createdAt) },
		})
		.returning({ id: messages.id });

it("tells managers of the mails that nobody got in the last week, the latest first", async () => {
	const [first] = await aMail("failed", "2026-12-01T10:00:01Z");
	const [second] = await aMail("failed", "2026-12-07T10:00:00Z");
	await aMail("failed", "2026-12-01T10:00:00Z");
	await aMail("sent", "2026-12-07T10:00:00Z");
	expect((await getAttention(office)).undelivered).toMatchObject({
		count: 2,
		items: [{ messageId: second?.id, recipientName: "Murka" }, { messageId: first?.id }],
	});
});

it.each(["client", "worker", "warehouse"] as const)("tells a %s nothing", async (role) => {
	await expect(getAttention(actingAs(ctx, aPerson(role)))).rejects.toMatchObject({ code: "common.not_allowed" });
});
