import type { ClientId, OrderId, WorkerId } from "@/server/kernel/ids";
import { type Money, negate } from "@/server/kernel/money";

type Outcome = "completed" | "failed" | "cancelled";

/** What was agreed when the worker was assigned, by the money policies of that moment. */
export type Agreed = {
	clientPaysCompleted: Money;
	clientPaysCancelled: Money;
	clientPaysFailed: Money;
	workerShare: Money;
	workerPenalty: Money;
};

/** Nobody had been assigned when the order ended: nobody owes anybody anything. */
export const isPayable = <Ending extends { workerId: unknown; assignment: unknown }>(
	ending: Ending,
): ending is Ending & { workerId: NonNullable<Ending["workerId"]>; assignment: NonNullable<Ending["assignment"]> } =>
	ending.workerId !== null && ending.assignment !== null;

/** What the client owes for an order that had a worker when it ended. */
export function clientOwes(outcome: Outcome, agreed: Agreed): Money {
	switch (outcome) {
		case "completed":
			return agreed.clientPaysCompleted;
		case "cancelled":
			return agreed.clientPaysCancelled;
		case "failed":
			return agreed.clientPaysFailed;
	}
}

/** What the worker earns or, below zero, loses; nothing at all for a cancelled order. */
export function workerGets(outcome: Outcome, agreed: Agreed): { kind: "earning" | "penalty"; amount: Money } | null {
	switch (outcome) {
		case "completed":
			return { kind: "earning", amount: agreed.workerShare };
		case "cancelled":
			return null;
		case "failed":
			return { kind: "penalty", amount: negate(agreed.workerPenalty) };
	}
}

type Told = {
	orderId: OrderId;
	orderNumber: number;
	clientId: ClientId;
	workerId: WorkerId | null;
	assignment: number | null;
	ending: number;
	at: string;
};

/** The part of an ending that all of execution's events tell alike. */
export const endingFrom = ({ orderId, orderNumber, clientId, workerId, assignment, ending, at }: Told) => ({
	...{ orderId, orderNumber, clientId, workerId, assignment, ending },
	endedAt: new Date(at),
});
