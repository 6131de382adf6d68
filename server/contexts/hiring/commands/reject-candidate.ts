import type { z } from "zod";
import { candidateRejected } from "@/server/events/catalog/hiring-applications";
import { publish } from "@/server/events/publish";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import type { rejectCandidateInput } from "../contracts/applications";
import { demandManager } from "../domain/access";
import { isTold } from "../domain/application";
import { demandReason } from "./demand-reason";
import { type Application, candidateOf, lockApplication, moveApplication } from "./move-application";

/** A manager turns a candidate down, for a reason. The candidate gets a kind mail that does not say which. */
export async function rejectCandidate(ctx: Ctx, input: z.output<typeof rejectCandidateInput>): Promise<void> {
	demandManager(ctx.actor);
	await withTransaction(ctx, async (tx) => {
		const application = await lockApplication(tx, input);
		await turnDown(tx, application, { ...input, words: [input.words, input.against].filter(Boolean).join("\n\n") });
	});
}

/** The same within a transaction that has decided already. */
export async function turnDown(
	tx: TxCtx,
	application: Application,
	{ reason, words }: { reason: string; words: string },
): Promise<void> {
	await demandReason(tx, { applicationId: application.id, decision: "reject", reason: words });
	await moveApplication(tx, application, { to: "rejected", reason, words });
	await publish(tx, candidateRejected, { ...candidateOf(tx, application), reason, told: isTold(reason) });
}
