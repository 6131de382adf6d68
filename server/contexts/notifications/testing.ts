import type { EventData } from "@/server/events/catalog/_define";
import { accountChanged } from "@/server/events/catalog/identity";
import type { orderAssigned, orderPlaced } from "@/server/events/catalog/ordering";
import { publish } from "@/server/events/publish";
import { newId } from "@/server/kernel/ids";
import { money, toWire } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";

type Account = EventData<typeof accountChanged>;

/** A person whom identity has told of. */
export async function aKnownPerson(ctx: Ctx, given: Partial<Account>): Promise<Account> {
	const account: Account = {
		...{ accountId: newId(), version: 1, name: "Murka", email: `${newId()}@cats.example`, phone: "", locale: "en" },
		...{ roles: [], clientId: null, workerId: null, active: true, ...given },
	};
	await withTransaction(ctx, (tx) => publish(tx, accountChanged, account));
	return account;
}

/** An order as ordering tells of it when it is placed. */
export const aPlacing = (given: Partial<EventData<typeof orderPlaced>> = {}): EventData<typeof orderPlaced> => ({
	...{ orderId: newId(), orderNumber: 12, clientId: newId(), serviceTypeId: newId() },
	serviceName: { en: "Window washing", ru: "Мытьё окон" },
	description: "Two windows",
	place: { zoneId: newId(), zoneName: "Old town", address: "Roof 3", note: "" },
	contact: { name: "Murka", phone: "+79990001122" },
	startsAt: "2026-11-25T09:00:00.000Z",
	...{ durationMinutes: 90, copyOf: null, excludeWorkerId: null, ...given },
});

/** The same order as ordering tells of it when it has its worker: 100.00, less 5 %. */
export function anAssigning(
	{ copyOf: _copyOf, excludeWorkerId: _excludeWorkerId, ...chore }: EventData<typeof orderPlaced>,
	given: Partial<EventData<typeof orderAssigned>> = {},
): EventData<typeof orderAssigned> {
	const price = toWire(money(95_00));
	return {
		...chore,
		...{ assignment: 1, workerId: newId(), listPrice: toWire(money(100_00)), discountPercent: 5, price },
		...{ workerShare: toWire(money(60_00)), workerPenalty: toWire(money(40_00)) },
		clientPays: { completed: price, cancelled: price, failed: price },
		...{ moneyPolicyVersion: 1, priceFormulaVersion: 1, ...given },
	};
}
