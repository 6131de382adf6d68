import { and, eq, inArray, type SQL } from "drizzle-orm";
import type { z } from "zod";
import { payees } from "@/db/schema/billing";
import { payouts } from "@/db/schema/billing-payouts";
import type { Ctx } from "@/server/platform/context";
import { type Counted, countRows, readPage } from "@/server/platform/paging";
import { payoutsList } from "../contracts";
import { demandManager } from "../domain/ownership";
import { payoutNumber } from "../domain/payout";
import { payeesNamed } from "./find-payees";

type Filters = z.output<typeof payoutsList.filtersOnly>;

const keys = { number: [payouts.year, payouts.sequence], amount: [payouts.amount, payouts.id] };

/** The payouts, for the office. */
export async function listOfficePayouts(ctx: Ctx, asked: z.output<typeof payoutsList.input>) {
	demandManager(ctx.actor);
	const page = await readPage(payoutsList, asked, keys, ({ key, where, orderBy, limit }) =>
		ctx.db
			.select({
				...{ payoutId: payouts.id, year: payouts.year, sequence: payouts.sequence, month: payouts.month },
				...{ workerId: payouts.workerId, workerName: payees.name, status: payouts.status },
				...{ carriedIn: payouts.carriedIn, amount: payouts.amount, carriedOut: payouts.carriedOut, key },
			})
			.from(payouts)
			.leftJoin(payees, eq(payees.workerId, payouts.workerId))
			.where(and(like(ctx, asked), where))
			.orderBy(...orderBy)
			.limit(limit),
	);
	const rows = page.rows.map(({ year, sequence, workerName, ...row }) => ({
		...{ ...row, number: payoutNumber(year, sequence), workerName: workerName ?? "" },
	}));
	return { ...page, rows };
}

/** How many payouts the filters leave. */
export async function countOfficePayouts(ctx: Ctx, filters: Filters): Promise<Counted> {
	demandManager(ctx.actor);
	return countRows(ctx, payouts, like(ctx, filters));
}

const like = (ctx: Ctx, { search, status, month, workerId }: Filters): SQL | undefined =>
	and(
		search ? inArray(payouts.workerId, payeesNamed(ctx, search)) : undefined,
		status && eq(payouts.status, status),
		month ? eq(payouts.month, month) : undefined,
		workerId ? eq(payouts.workerId, workerId) : undefined,
	);
