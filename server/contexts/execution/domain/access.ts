import { type Actor, holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";

/** What is asked about all workers' jobs is for managers. */
export function demandManager(actor: Actor): void {
	if (!holds(actor, "manager")) throw commonRefusals.because("not_allowed");
}
