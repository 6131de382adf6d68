import { payees } from "@/db/schema/billing";
import { containing } from "@/server/platform/containing";
import type { Ctx } from "@/server/platform/context";

/** Who has these letters in the name, as a part of another query. */
export const payeesNamed = (ctx: Ctx, search: string) =>
	ctx.db.select({ workerId: payees.workerId }).from(payees).where(containing(payees.name, search));
