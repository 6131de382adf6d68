import { describe, expect, it } from "vitest";
import { aPerson } from "@/server/contexts/identity/testing";
import { visitor } from "@/server/kernel/actor";
import { newId, type OrderId } from "@/server/kernel/ids";
import { money, zero } from "@/server/kernel/money";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { getCancellationQuote } from "../queries/get-cancellation-quote";
import { getOrder } from "../queries/get-order";
import {
	aClient,
	anAssignedOrder,
	anEndedOrder,
	anEnding,
	aPlacedOrder,
	auditAbout,
	aWait,
	eventsAbout,
	MONDAY,
	readOrder,
} from "../testing";
import { mirrorEnding } from "./mirror-ending";
import { mirrorStart } from "./mirror-start";
import { noteRefusal } from "./note-refusal";
import { noteWaiting } from "./note-waiting";
import { cancelForOffice, requestCancellation } from "./request-cancellation";

const ctx = at(createCtx(), MONDAY);
const full = money(10000n);

const requests = async (orderId: OrderId) =>
	(await eventsAbout(ctx, `order:${orderId}`)).filter(({ name }) => name.endsWith("cancellation-requested"));

describe("a client's cancellation (R-030, R-031)", () => {
	it("costs nothing before a worker is assigned", async () => {
		const { orderId, client } = await aPlacedOrder(ctx);
		const mine = actingAs(ctx, client);
		expect(await getCancellationQuote(mine, { orderId })).toEqual({ amount: zero });
		await requestCancellation(mine, { orderId, amount: zero });
		expect(await readOrder(ctx, orderId)).toMatchObject({
			state: "placed",
			cancellationRequestedAt: new Date(MONDAY),
			cancellationRequestedBy: "client",
		});
		expect(await requests(orderId)).toMatchObject([{ data: { by: "client", clientId: client.clientId } }]);
	});

	it("costs the full price afterwards, which the confirmation carries", async () => {
		const { orderId, client } = await anAssignedOrder(ctx);
		const mine = actingAs(ctx, client);
		expect(await getCancellationQuote(mine, { orderId })).toEqual({ amount: full });
		await requestCancellation(mine, { orderId, amount: full });
		expect(await requests(orderId)).toHaveLength(1);
		expect(await auditAbout(ctx, `order:${orderId}`, "ordering.request-cancellation")).toMatchObject([
			{ actor: { id: client.accountId }, after: { by: "client", state: "assigned", cost: "10000" } },
		]);
		await mirrorEnding(ctx, { ...anEnding(await readWorker(orderId)), outcome: "cancelled" });
		expect(await getOrder(mine, { orderId })).toMatchObject({ state: "cancelled", ended: { owed: full } });
	});

	it("is refused, with the new amount, when that has changed since it was shown", async () => {
		const { orderId, client } = await anAssignedOrder(ctx);
		await expect(requestCancellation(actingAs(ctx, client), { orderId, amount: zero })).rejects.toMatchObject({
			code: "ordering.amount_changed",
			details: { minor: "10000" },
		});
		expect(await readOrder(ctx, orderId)).toMatchObject({ cancellationRequestedAt: null });
		expect(await requests(orderId)).toEqual([]);
	});

	it("given twice at the same moment is told once", async () => {
		const { orderId, client } = await anAssignedOrder(ctx);
		const cancel = () => requestCancellation(actingAs(ctx, client), { orderId, amount: full });
		await Promise.all([cancel(), cancel()]);
		expect(await requests(orderId)).toHaveLength(1);
	});

	it("is not possible once the work has begun, nor after the end", async () => {
		const { orderId, client } = await anAssignedOrder(ctx);
		const mine = actingAs(ctx, client);
		await mirrorStart(ctx, { orderId, assignment: 1 });
		const started = { code: "ordering.already_started" };
		await expect(getCancellationQuote(mine, { orderId })).rejects.toMatchObject(started);
		await expect(requestCancellation(mine, { orderId, amount: full })).rejects.toMatchObject(started);
		expect((await getOrder(mine, { orderId })).cancellation.possible).toBe(false);

		const ended = await anEndedOrder(ctx, "completed");
		await expect(
			requestCancellation(actingAs(ctx, ended.client), { orderId: ended.orderId, amount: full }),
		).rejects.toMatchObject({ code: "ordering.already_ended" });
	});

	it("that execution refuses is told to the client, and can be given again", async () => {
		const { orderId, client } = await anAssignedOrder(ctx);
		const mine = actingAs(ctx, client);
		await requestCancellation(mine, { orderId, amount: full });
		expect((await getOrder(mine, { orderId })).cancellation).toEqual({ pending: true, possible: false, refused: null });
		await noteRefusal(ctx, { orderId, why: "already-started" });
		await noteRefusal(ctx, { orderId, why: "already-started" });
		expect((await getOrder(mine, { orderId })).cancellation).toMatchObject({
			pending: false,
			refused: "already-started",
		});
		await requestCancellation(mine, { orderId, amount: full });
		expect(await requests(orderId)).toHaveLength(2);
	});

	it("stops the search: waiting is not shown any more", async () => {
		const { orderId, client } = await aPlacedOrder(ctx);
		await requestCancellation(actingAs(ctx, client), { orderId, amount: zero });
		await noteWaiting(ctx, aWait(orderId));
		expect(await readOrder(ctx, orderId)).toMatchObject({ waitingReason: null });
	});

	it("is not for a stranger, another role or a visitor", async () => {
		const { orderId } = await anAssignedOrder(ctx);
		const cancelAs = (actor: Parameters<typeof actingAs>[1]) =>
			requestCancellation(actingAs(ctx, actor), { orderId, amount: full });
		await expect(cancelAs(aClient())).rejects.toMatchObject({ code: "common.not_found" });
		await expect(getCancellationQuote(actingAs(ctx, aClient()), { orderId })).rejects.toMatchObject({
			code: "common.not_found",
		});
		await expect(cancelAs(aPerson("worker"))).rejects.toMatchObject({ code: "common.not_allowed" });
		await expect(cancelAs(aPerson("manager"))).rejects.toMatchObject({ code: "common.not_allowed" });
		await expect(cancelAs(visitor)).rejects.toMatchObject({ code: "common.sign_in_first" });
	});
});

describe("a manager's cancellation", () => {
	const manager = aPerson("manager");
	const office = actingAs(ctx, manager);

	it("is possible at any time before the end, with a reason, on record", async () => {
		const { orderId } = await anAssignedOrder(ctx);
		await mirrorStart(ctx, { orderId, assignment: 1 });
		await cancelForOffice(office, { orderId, reason: "The client called" });
		expect(await requests(orderId)).toMatchObject([{ data: { by: "manager", reason: "The client called" } }]);
		expect(await auditAbout(ctx, `order:${orderId}`, "ordering.request-cancellation")).toMatchObject([
			{ actor: { id: manager.accountId }, reason: "The client called" },
		]);
	});

	it("goes beyond a client's request, which may still be refused", async () => {
		const { orderId, client } = await anAssignedOrder(ctx);
		await requestCancellation(actingAs(ctx, client), { orderId, amount: full });
		await cancelForOffice(office, { orderId, reason: "The client called" });
		await cancelForOffice(office, { orderId, reason: "Twice" });
		await requestCancellation(actingAs(ctx, client), { orderId, amount: full });
		expect((await requests(orderId)).map(({ data }) => data.by)).toEqual(["client", "manager"]);
		await noteRefusal(ctx, { orderId, why: "already-started" });
		expect(await readOrder(ctx, orderId)).toMatchObject({
			cancellationRequestedBy: "manager",
			cancellationRefused: null,
		});
	});

	it("is refused after the end, and for an order that nobody knows", async () => {
		const { orderId } = await anEndedOrder(ctx, "failed");
		await expect(cancelForOffice(office, { orderId, reason: "Late" })).rejects.toMatchObject({
			code: "ordering.already_ended",
		});
		await expect(cancelForOffice(office, { orderId: newId(), reason: "What?" })).rejects.toMatchObject({
			code: "common.not_found",
		});
	});

	it.each(["client", "worker", "warehouse"] as const)("is not for a %s", async (role) => {
		const { orderId } = await anAssignedOrder(ctx);
		await expect(cancelForOffice(actingAs(ctx, aPerson(role)), { orderId, reason: "I want to" })).rejects.toMatchObject(
			{ code: "common.not_allowed" },
		);
	});
});

async function readWorker(orderId: OrderId) {
	const { workerId } = await readOrder(ctx, orderId);
	if (!workerId) throw new Error("nobody has the order");
	return { orderId, workerId };
}
