import { holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import type { Ctx } from "@/server/platform/context";

export function demandWarehouse(ctx: Ctx): void {
	if (!holds(ctx.actor, "warehouse")) throw commonRefusals.because("not_allowed");
}
