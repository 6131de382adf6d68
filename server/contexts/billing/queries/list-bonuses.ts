import { and, eq, inArray, type SQL } from "drizzle-orm";
import type { z } from "zod";
import { payees } from "@/db/schema/billing";
import { bonuses } from "@/db/schema/billing-bonuses";
import type { Ctx } from "@/server/platform/context";
import { type Counted, countRows, readPage } from "@/server/platform/paging";
import { bonusesList } from "../contracts";
import { demandManager } from "../domain/ownership";
import { payeesNamed } from "./find-payees";

type Filters = z.output<typeof bonusesList.filtersOnly>;

const keys = { granted: [bonuses.grantedAt, bonuses.id] };

/** Who gave whom how much, when and why. */
export async function listBonuses(ctx: Ctx, asked: z.output<typeof bonusesList.input>) {
	demandManager(ctx.actor);
	const page = await readPage(bonusesList, asked, keys, ({ key, where, orderBy, limit }) =>
		ctx.db
			.select({
				...{ bonusId: bonuses.id, workerId: bonuses.workerId, workerName: payees.name, amount: bonuses.amount },
				...{ reason: bonuses.reason, grantedBy: bonuses.grantedBy, approvedBy: bonuses.approvedBy },
				...{ grantedAt: bonuses.grantedAt, key },
			})
			.from(bonuses)
			.leftJoin(payees, eq(payees.workerId, bonuses.workerId))
			.where(and(like(ctx, asked), where))
			.orderBy(...orderBy)
			.limit(limit),
	);
	return { ...page, rows: page.rows.map((row) => ({ ...row, workerName: row.workerName ?? "" })) };
}

/** How many bonuses the filters leave. */
export async function countBonuses(ctx: Ctx, filters: Filters): Promise<Counted> {
	demandManager(ctx.actor);
	return countRows(ctx, bonuses, like(ctx, filters));
}

const like = (ctx: Ctx, { search, workerId }: Filters): SQL | undefined =>
	and(
		search ? inArray(bonuses.workerId, payeesNamed(ctx, search)) : undefined,
		workerId ? eq(bonuses.workerId, workerId) : undefined,
	);
