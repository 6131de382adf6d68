import { type Actor, holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import type { ClientId } from "@/server/kernel/ids";

/** Orders are given by clients, each for oneself. */
export function demandClient(actor: Actor): ClientId {
	if (actor.kind === "visitor") throw commonRefusals.because("sign_in_first");
	if (actor.kind !== "person" || !holds(actor, "client") || !actor.clientId)
		throw commonRefusals.because("not_allowed");
	return actor.clientId;
}

/** Lists, zones and service types are kept by managers, or by the house itself. */
export function demandManager(actor: Actor): void {
	if (actor.kind === "visitor") throw commonRefusals.because("sign_in_first");
	if (actor.kind !== "system" && !holds(actor, "manager")) throw commonRefusals.because("not_allowed");
}
