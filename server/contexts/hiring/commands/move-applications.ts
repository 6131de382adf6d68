import type { z } from "zod";
import { candidateContacted } from "@/server/events/catalog/hiring-applications";
import { publish } from "@/server/events/publish";
import { Refusal } from "@/server/kernel/errors";
import type { ApplicationId } from "@/server/kernel/ids";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import type { moveApplicationsInput } from "../contracts/applications";
import { demandManager } from "../domain/access";
import { type Application, candidateOf, lockApplication, moveApplication } from "./move-application";
import { turnDown } from "./reject-candidate";
import { takeBack } from "./withdraw-application";

type Input = z.output<typeof moveApplicationsInput>;
type Result = { applicationId: ApplicationId; refusal: string | null };

const moves: Record<Input["to"], (tx: TxCtx, one: Application, input: Input) => Promise<void>> = {
	contacted: async (tx, one, { words }) => {
		await moveApplication(tx, one, { to: "contacted", words });
		await publish(tx, candidateContacted, candidateOf(tx, one));
	},
	rejected: turnDown,
	withdrawn: (tx, one, { words }) => takeBack(tx, one, words),
};

/** A manager moves many candidates. Each is decided by itself: what can't be done to one stops no other. */
export async function moveApplications(ctx: Ctx, input: Input): Promise<Result[]> {
	demandManager(ctx.actor);
	const results: Result[] = [];
	for (const applicationId of input.applicationIds) {
		try {
			await withTransaction(ctx, async (tx) =>
				moves[input.to](tx, await lockApplication(tx, { applicationId }), input),
			);
			results.push({ applicationId, refusal: null });
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			results.push({ applicationId, refusal: error.code });
		}
	}
	return results;
}
