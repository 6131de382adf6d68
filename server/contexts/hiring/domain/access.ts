import { type Actor, holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";

/** Workers are added, edited and looked up by managers, or by the house itself. */
export function demandManager(actor: Actor): void {
	if (actor.kind === "visitor") throw commonRefusals.because("sign_in_first");
	if (actor.kind !== "system" && !holds(actor, "manager")) throw commonRefusals.because("not_allowed");
}
