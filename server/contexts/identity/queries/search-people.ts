import { and, arrayOverlaps, asc, sql } from "drizzle-orm";
import type { z } from "zod";
import { accounts } from "@/db/schema/identity";
import { holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import { containing } from "@/server/platform/containing";
import type { Ctx } from "@/server/platform/context";
import type { searchPeopleInput } from "../contracts";

/** The few clients and workers whose name or e-mail holds a text: for the command palette. */
export async function searchPeople(ctx: Ctx, { search, limit }: z.output<typeof searchPeopleInput>) {
	if (!holds(ctx.actor, "manager")) throw commonRefusals.because("not_allowed");
	return ctx.db
		.select({
			...{ accountId: accounts.id, name: accounts.name, email: accounts.email, active: accounts.active },
			...{ clientId: accounts.clientId, workerId: accounts.workerId },
		})
		.from(accounts)
		.where(and(containing(nameAndEmail, search), arrayOverlaps(accounts.roles, ["client", "worker"])))
		.orderBy(asc(accounts.name), asc(accounts.id))
		.limit(limit);
}

/** The expression is the one that the trigram index is on. */
const nameAndEmail = sql`(${accounts.name} || ' ' || ${accounts.email})`;
