import { asc, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { messages } from "@/db/schema/notifications";
import { startTestEngine } from "@/server/engine/testing";
import type { EventData, EventDefinition } from "@/server/events/catalog/_define";
import { bonusGranted, payoutPaid, payoutRejected } from "@/server/events/catalog/billing";
import { publish } from "@/server/events/publish";
import type { AccountId } from "@/server/kernel/ids";
import { newId, type WorkerId } from "@/server/kernel/ids";
import { money, toWire } from "@/server/kernel/money";
import { createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { notificationsFunctions } from "./functions";
import { aKnownPerson } from "./testing";

const ctx = createCtx();
const workerId = newId<WorkerId>();
let engine: Awaited<ReturnType<typeof startTestEngine>>;
let people: AccountId[];

beforeAll(async () => {
	engine = await startTestEngine(notificationsFunctions, { twice: true, repeated: true });
	const manager = await aKnownPerson(ctx, { name: "Vasilisa", roles: ["manager"], locale: "ru" });
	const worker = await aKnownPerson(ctx, { name: "Barsik", roles: ["worker"], workerId });
	people = [manager.accountId, worker.accountId];
});
afterAll(() => engine.stop());

const tell = <Definition extends EventDefinition>(event: Definition, data: EventData<Definition>) =>
	withTransaction(ctx, (tx) => publish(tx, event, data as never));

const post = async () =>
	(await ctx.db.select().from(messages).where(inArray(messages.accountId, people)).orderBy(asc(messages.fact))).map(
		({ fact, template, recipientName, subject }) => ({ fact, told: `${template}: ${recipientName}`, subject }),
	);

describe("R-300: of a worker's money is told, once, though every event comes twice", () => {
	it("a bonus and its reason, a payout sent, and each rejection to the worker and to managers", async () => {
		const payout = {
			...{ transferId: newId<never>(), payoutId: newId<never>(), workerId },
			...{ number: "P2026-00042", month: "2026-11-30", amount: toWire(money(140_00)) },
		};
		const again = { ...payout, transferId: newId<never>() };
		const bonus = { bonusId: newId<never>(), workerId, amount: toWire(money(15_50)), reason: "Three sofas" };
		await tell(bonusGranted, bonus);
		await tell(payoutRejected, { ...payout, reason: "The account is closed" });
		await tell(payoutRejected, { ...again, reason: "The account is closed" });
		await tell(payoutPaid, { ...payout, transferId: newId<never>() });
		await engine.settle();
		const told = await post();
		expect(told.map(({ told: what }) => what).toSorted()).toEqual([
			"bonus-granted: Barsik",
			"payout-paid: Barsik",
			"payout-rejected-office: Vasilisa",
			"payout-rejected-office: Vasilisa",
			"payout-rejected: Barsik",
			"payout-rejected: Barsik",
		]);
		expect(told.map(({ subject }) => subject)).toContain("Your November\u00a02026 payout is sent: ₡140.00");
	});
});
