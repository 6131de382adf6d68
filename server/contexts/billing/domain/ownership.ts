import { type Actor, holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import type { ClientId, WorkerId } from "@/server/kernel/ids";

/** Whose money a client may see: the client's own, and nobody else's. */
export function clientOf(actor: Actor): ClientId {
	if (actor.kind !== "person") throw commonRefusals.because("sign_in_first");
	if (!holds(actor, "client") || !actor.clientId) throw commonRefusals.because("not_allowed");
	return actor.clientId;
}

/** Whose money a worker may see: the worker's own, and nobody else's. */
export function workerOf(actor: Actor): WorkerId {
	if (actor.kind !== "person") throw commonRefusals.because("sign_in_first");
	if (!holds(actor, "worker") || !actor.workerId) throw commonRefusals.because("not_allowed");
	return actor.workerId;
}

/** The books as a whole are for managers. */
export function demandManager(actor: Actor): void {
	if (actor.kind === "visitor") throw commonRefusals.because("sign_in_first");
	if (!holds(actor, "manager")) throw commonRefusals.because("not_allowed");
}
