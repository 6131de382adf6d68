import { and, eq, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { payees, terms } from "@/db/schema/billing";
import { approvals } from "@/db/schema/billing-approvals";
import { actorRef } from "@/server/kernel/actor";
import type { Ctx } from "@/server/platform/context";
import { type Counted, countRows, readPage } from "@/server/platform/paging";
import { approvalsList } from "../contracts";
import { demandManager } from "../domain/ownership";
import { findRuled } from "./list-rulings";

type Filters = z.output<typeof approvalsList.filtersOnly>;

const keys = { asked: [approvals.askedAt, approvals.id] };

/** Whose name stands in a subject such as `worker:<id>`. */
const named = sql`${approvals.subject} = 'worker:' || ${payees.workerId}`;

/** The worker whom it is about, or the number of the order. */
const subjectName = sql<string | null>`coalesce(${payees.name}, case when ${approvals.subject} like 'order:%' then (
	select max(${terms.orderNumber})::text from ${terms} where ${terms.orderId} = substr(${approvals.subject}, 7)::uuid
) end)`;

/** What waits for a second manager, and what became of the rest. */
export async function listApprovals(ctx: Ctx, asked: z.output<typeof approvalsList.input>) {
	demandManager(ctx.actor);
	const me = actorRef(ctx.actor).id;
	const page = await readPage(approvalsList, asked, keys, ({ key, where, orderBy, limit }) =>
		ctx.db
			.select({ approval: approvals, subjectName, key })
			.from(approvals)
			.leftJoin(payees, named)
			.where(and(like(asked), where))
			.orderBy(...orderBy)
			.limit(limit),
	);
	const rulings = page.rows.filter(({ approval }) => approval.kind === "ruling");
	const ruled = await findRuled(
		ctx,
		rulings.map(({ approval }) => approval.subject),
	);
	const rows = page.rows.map(({ approval: { id, lastWord: _lastWord, ...approval }, subjectName }) => ({
		...{ ...approval, approvalId: id, subjectName: ruled.get(approval.subject)?.name ?? subjectName ?? "" },
		/** Where a ruling's payment or payout is shown. */
		invoiceId: ruled.get(approval.subject)?.invoiceId ?? null,
		payoutId: ruled.get(approval.subject)?.payoutId ?? null,
		/** Whoever asked does not decide. */
		isMine: approval.askedBy.id === me,
	}));
	return { ...page, rows };
}

/** How many there are. */
export async function countApprovals(ctx: Ctx, filters: Filters): Promise<Counted> {
	demandManager(ctx.actor);
	return countRows(ctx, approvals, like(filters));
}

const like = ({ status, kind }: Filters): SQL | undefined =>
	and(status && eq(approvals.status, status), kind && eq(approvals.kind, kind));
