import { and, inArray, isNull, lt } from "drizzle-orm";
import { applications } from "@/db/schema/hiring-applications";
import { after, days } from "@/server/kernel/clock";
import type { ApplicationId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { openStates } from "../domain/application";

/** So many are looked up at once. */
const MOST = 200;

/** Those whose time is over by the policy: who was turned down or has withdrawn, and whom nobody has decided on. The oldest first. */
export async function listExpired(ctx: Ctx): Promise<ApplicationId[]> {
	const { keepClosedDays, keepOpenDays } = await policyInForce(ctx, "applications");
	const now = ctx.clock.now();
	const older = (states: readonly ("rejected" | "withdrawn" | (typeof openStates)[number])[], keep: number) =>
		ctx.db
			.select({ id: applications.id })
			.from(applications)
			.where(
				and(
					inArray(applications.state, [...states]),
					lt(applications.stateSince, after(now, -days(keep))),
					isNull(applications.erasedAt),
				),
			)
			.orderBy(applications.stateSince)
			.limit(MOST);
	const closed = await older(["rejected", "withdrawn"], keepClosedDays);
	const open = await older(openStates, keepOpenDays);
	return [...closed, ...open].map(({ id }) => id);
}
