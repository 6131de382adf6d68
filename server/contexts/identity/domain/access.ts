import { type Actor, holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";

/** Lists of people are for those who run the company. */
export function demandManager(actor: Actor): void {
	if (actor.kind === "visitor") throw commonRefusals.because("sign_in_first");
	if (!holds(actor, "manager")) throw commonRefusals.because("not_allowed");
}
