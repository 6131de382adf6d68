import type { z } from "zod";
import { getAccountOfClient } from "@/server/contexts/identity";
import { holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import { negate } from "@/server/kernel/money";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { once } from "@/server/platform/once";
import type { openingBalanceInput } from "../contracts";
import { post } from "../ledger/post";

type Input = z.output<typeof openingBalanceInput>;

/**
 * Takes over what a client was charged and had paid before the move to this system. It counts as paid in total and
 * leaves nothing owed. By an admin or the house.
 */
export async function recordOpeningBalance(ctx: Ctx, input: Input): Promise<{ clientId: string }> {
	if (ctx.actor.kind !== "system" && !holds(ctx.actor, "admin")) throw commonRefusals.because("not_allowed");
	const { idempotencyKey: key, clientId, paid, reason } = input;
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "billing.record-opening-balance", key, input }, async () => {
			if (!(await getAccountOfClient(tx, clientId))) throw commonRefusals.because("not_found");
			const client = { kind: "client", ownerId: clientId } as const;
			const before = { kind: "opening-balance" } as const;
			await post(tx, {
				...{ key: `opening-charge:${key}`, kind: "opening-charge", reason },
				postings: [
					{ account: client, amount: negate(paid) },
					{ account: before, amount: paid },
				],
			});
			await post(tx, {
				...{ key: `opening-payment:${key}`, kind: "opening-payment", reason },
				postings: [
					{ account: client, amount: paid },
					{ account: before, amount: negate(paid) },
				],
			});
			await audit(tx, {
				action: "billing.record-opening-balance",
				subject: `client:${clientId}`,
				after: { paid },
				reason,
			});
			await announce(tx, { context: "billing", subject: clientId, audiences: [`client:${clientId}`] });
			return { clientId };
		}),
	);
}
