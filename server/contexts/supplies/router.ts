import { clients, managers, router, warehouse, workers } from "@/server/trpc/procedures";
import { issueKit } from "./commands/issue-kit";
import { takeBackKit } from "./commands/take-back-kit";
import { tickItem } from "./commands/tick-item";
import { undoIssue } from "./commands/undo-issue";
import { aboutKit, aboutOrder, tickItemInput } from "./contracts";
import { getAttention } from "./queries/get-attention";
import { getBoard } from "./queries/get-board";
import { getClientKit } from "./queries/get-client-kit";
import { getOrderSupplies } from "./queries/get-order-supplies";
import { getWorkerKit } from "./queries/get-worker-kit";

export const suppliesRouter = router({
	board: warehouse.query(({ ctx }) => getBoard(ctx)),
	tick: warehouse.input(tickItemInput).mutation(({ ctx, input }) => tickItem(ctx, input)),
	issue: warehouse.input(aboutKit).mutation(({ ctx, input }) => issueKit(ctx, input)),
	undoIssue: warehouse.input(aboutKit).mutation(({ ctx, input }) => undoIssue(ctx, input)),
	takeBack: warehouse.input(aboutKit).mutation(({ ctx, input }) => takeBackKit(ctx, input)),
	attention: managers.query(({ ctx }) => getAttention(ctx)),
	officeOrder: managers.input(aboutOrder).query(({ ctx, input }) => getOrderSupplies(ctx, input)),
	workerKit: workers.input(aboutOrder).query(({ ctx, input }) => getWorkerKit(ctx, input)),
	clientKit: clients.input(aboutOrder).query(({ ctx, input }) => getClientKit(ctx, input)),
});
