import { type Actor, holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";

/** Managers see what was sent to whom; only admins have it sent again. */
export function demandStaff(actor: Actor, role: "manager" | "admin"): void {
	if (actor.kind === "visitor") throw commonRefusals.because("sign_in_first");
	if (!holds(actor, role)) throw commonRefusals.because("not_allowed");
}
