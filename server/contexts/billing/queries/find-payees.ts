import { ilike } from "drizzle-orm";
import { payees } from "@/db/schema/billing";
import type { Ctx } from "@/server/platform/context";

/** Who has these letters in the name, as a part of another query. */
export const payeesNamed = (ctx: Ctx, search: string) =>
	ctx.db
		.select({ workerId: payees.workerId })
		.from(payees)
		.where(ilike(payees.name, `%${search.replace(/[\\%_]/g, "\\$&")}%`));
