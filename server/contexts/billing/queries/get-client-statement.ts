import type { z } from "zod";
import type { Ctx } from "@/server/platform/context";
import type { pageInput } from "../contracts";
import { clientOf } from "../domain/ownership";
import { listStatement, PAGE, type StatementLine, toPage } from "./list-statement";

/** Everything the signed-in client was ever charged and credited, newest first, a page at a time. */
export async function getClientStatement(ctx: Ctx, { cursor }: z.output<typeof pageInput>) {
	const account = { kind: "client", ownerId: clientOf(ctx.actor) } as const;
	return toPage((await listStatement(ctx, account, { before: cursor, limit: PAGE + 1 })).map(withoutWords));
}

/** What was said about a worker when an order was decided is not for the client. */
const withoutWords = ({ order, payout: _payout, bonusReason: _bonusReason, ...line }: StatementLine) => {
	if (!order) return { ...line, order };
	const { words: _words, ...shown } = order;
	return { ...line, order: shown };
};
