import { type Money, zero } from "@/server/kernel/money";
import { hasEnded, type OrderState, type Outcome } from "./order";

type Cancellable = {
	state: OrderState;
	/** Null until a worker was chosen. */
	clientPaysCancelled: Money | null;
};

/** What the client would pay for cancelling now: nothing while no worker is assigned. */
export const costOfCancelling = (order: Cancellable): Money =>
	order.state === "placed" ? zero : (order.clientPaysCancelled ?? zero);

/** Why somebody can't cancel any more, or null: a client can before the start, a manager at any time before the end. */
export function cancellingRefused(
	state: OrderState,
	by: "client" | "manager",
): "already_ended" | "already_started" | null {
	if (hasEnded(state)) return "already_ended";
	return by === "client" && state === "under_way" ? "already_started" : null;
}

type Pending = { cancellationRequestedAt: Date | null; cancellationRequestedBy: "client" | "manager" | null };

/** Whether the order waits for execution to decide about a cancellation. Nobody is assigned meanwhile: the client was told what it costs. */
export const cancellationIsPending = (order: Pending): boolean => order.cancellationRequestedAt !== null;

/** Whether a request adds nothing to the one that is pending. A manager's says more than a client's, which execution may refuse. */
export const requestIsCovered = (order: Pending, by: "client" | "manager"): boolean =>
	cancellationIsPending(order) && (order.cancellationRequestedBy === "manager" || by === "client");

/** An order that has ended, however it ended, can be placed again. */
export const mayBeOrderedAgain = (order: { state: OrderState }): boolean => hasEnded(order.state);

/** Only what somebody has done can be rated. */
export const mayBeRated = (order: { state: OrderState; workerId: string | null }): boolean =>
	order.state === "completed" && order.workerId !== null;

type Ended = {
	state: OrderState;
	/** Whether somebody was assigned when it ended. */
	payable: boolean;
	clientPaysCompleted: Money | null;
	clientPaysCancelled: Money | null;
	clientPaysFailed: Money | null;
};

/** What the client owes for an order: nothing before its end, nothing when nobody was assigned when it ended. */
export function owedFor(order: Ended): Money {
	if (!order.payable || !hasEnded(order.state)) return zero;
	const pays: Record<Outcome, Money | null> = {
		completed: order.clientPaysCompleted,
		cancelled: order.clientPaysCancelled,
		failed: order.clientPaysFailed,
	};
	return pays[order.state] ?? zero;
}
