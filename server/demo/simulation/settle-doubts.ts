import { rawSql } from "@/db/client";
import { askRuling } from "@/server/contexts/billing/commands/ask-ruling";
import { decideApproval } from "@/server/contexts/billing/commands/decide-approval";
import { askRulingInput } from "@/server/contexts/billing/contracts";
import type { Ctx } from "@/server/platform/context";
import { as, keyFor } from "../actors";
import type { DemoPerson } from "../people";

type Doubt = { what: string; id: string; succeeded: boolean };

/** Where a payment service contradicts itself, one manager looks into the service's own books, and another agrees. */
export async function settleDoubts(ctx: Ctx, staff: readonly DemoPerson[]): Promise<number> {
	const [one, other] = staff.filter(({ roles }) => roles[0] === "manager");
	if (!one || !other) throw new Error("it takes two managers");
	const doubts = await rawSql()<Doubt[]>`
		select 'payment' as what, p.id, coalesce(c.state = 'succeeded', false) as succeeded
		from billing.payments p left join billing.sandbox_charges c on c.id = p.id where p.contradicted_at is not null
		union all
		select 'refund', f.id, coalesce(s.state = 'succeeded', false)
		from billing.refunds f left join billing.sandbox_refunds s on s.id = f.id where f.contradicted_at is not null
		union all
		select 'transfer', t.id, coalesce(s.status = 'completed', false)
		from billing.transfers t left join billing.sandbox_transfers s on s.id = t.id where t.contradicted_at is not null`;
	for (const { what, id, succeeded } of doubts) {
		const asked = askRulingInput.parse({
			...{ idempotencyKey: keyFor(`ruling on ${what} ${id}`), about: { what, id } },
			...{ became: succeeded ? "succeeded" : "refused", reason: "Looked into their books" },
		});
		const { approvalId } = await askRuling(await as(ctx, one.email), asked);
		await decideApproval(await as(ctx, other.email), { approvalId, decision: "approved", words: "Looked, too" });
	}
	return doubts.length;
}
