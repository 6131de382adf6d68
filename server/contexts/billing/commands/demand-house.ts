import { commonRefusals } from "@/server/kernel/errors";
import type { Ctx } from "@/server/platform/context";

/** What follows from facts and timers, and from what services say, is done by the house itself, never by a person. */
export function demandHouse(ctx: Ctx): void {
	if (ctx.actor.kind !== "system") throw commonRefusals.because("not_allowed");
}
