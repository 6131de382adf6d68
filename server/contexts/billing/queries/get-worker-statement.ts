import type { z } from "zod";
import type { Ctx } from "@/server/platform/context";
import type { pageInput } from "../contracts";
import { workerOf } from "../domain/ownership";
import { listStatement, PAGE, type StatementLine, toPage } from "./list-statement";

/** Everything the signed-in worker ever earned and lost, newest first, a page at a time. */
export async function getWorkerStatement(ctx: Ctx, { cursor }: z.output<typeof pageInput>) {
	const account = { kind: "worker", ownerId: workerOf(ctx.actor) } as const;
	return toPage((await listStatement(ctx, account, { before: cursor, limit: PAGE + 1 })).map(forWorker));
}

/** What the client pays, and what discount the client has, is not for the worker. */
export const forWorker = ({ order, invoice: _invoice, waiver: _waiver, ...line }: StatementLine) => {
	if (!order) return { ...line, order };
	const { listPrice: _listPrice, discountPercent: _discountPercent, ...shown } = order;
	return { ...line, order: shown };
};
