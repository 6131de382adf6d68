import { type Actor, holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";

/** What matching knows is a trade secret: it is for managers alone, and for the house itself. */
export function demandManager(actor: Actor): void {
	if (actor.kind !== "system" && !holds(actor, "manager")) throw commonRefusals.because("not_allowed");
}
