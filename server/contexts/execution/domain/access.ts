import { type Actor, holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import type { WorkerId } from "@/server/kernel/ids";

/** What is asked about all workers' jobs is for managers. */
export function demandManager(actor: Actor): void {
	if (!holds(actor, "manager")) throw commonRefusals.because("not_allowed");
}

/** A worker's availability is for the worker and for managers; to anybody else the worker does not exist. */
export function demandOwnOrManager(actor: Actor, workerId: WorkerId): void {
	if (holds(actor, "manager")) return;
	if (actor.kind !== "person" || !holds(actor, "worker")) throw commonRefusals.because("not_allowed");
	if (actor.workerId !== workerId) throw commonRefusals.because("not_found");
}
