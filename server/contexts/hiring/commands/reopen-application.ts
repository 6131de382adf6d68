import type { z } from "zod";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import type { reopenApplicationInput } from "../contracts/applications";
import { demandManager } from "../domain/access";
import { lockApplication, moveApplication } from "./move-application";

/** A rejection or a withdrawal was a mistake: the candidate is among the contacted again. Nobody is written to. */
export async function reopenApplication(ctx: Ctx, input: z.output<typeof reopenApplicationInput>): Promise<void> {
	demandManager(ctx.actor);
	await withTransaction(ctx, async (tx) => {
		const application = await lockApplication(tx, input);
		await moveApplication(tx, application, { to: "contacted", words: input.words });
	});
}
