import type { z } from "zod";
import { applicationWithdrawn } from "@/server/events/catalog/hiring-applications";
import { publish } from "@/server/events/publish";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import type { withdrawApplicationInput } from "../contracts/applications";
import { demandManager } from "../domain/access";
import { type Application, candidateOf, lockApplication, moveApplication } from "./move-application";

/** A candidate has told a manager that it does not want the work any more. */
export async function withdrawApplication(ctx: Ctx, input: z.output<typeof withdrawApplicationInput>): Promise<void> {
	demandManager(ctx.actor);
	await withTransaction(ctx, async (tx) => takeBack(tx, await lockApplication(tx, input), input.words));
}

/** The same within a transaction that knows who asks. */
export async function takeBack(tx: TxCtx, application: Application, words: string): Promise<void> {
	await moveApplication(tx, application, { to: "withdrawn", words });
	await publish(tx, applicationWithdrawn, candidateOf(tx, application));
}
