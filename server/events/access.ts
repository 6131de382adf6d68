import { type Actor, holds, type Role } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";

/** Managers look at what the house does in the background; only admins make it do something again. */
export function demandStaff(actor: Actor, role: Extract<Role, "manager" | "admin">): void {
	if (actor.kind !== "person") throw commonRefusals.because("sign_in_first");
	if (!holds(actor, role)) throw commonRefusals.because("not_allowed");
}
