import type { z } from "zod";
import { contacts } from "@/db/schema/hiring-applications";
import { candidateContacted } from "@/server/events/catalog/hiring-applications";
import { publish } from "@/server/events/publish";
import { actorRef } from "@/server/kernel/actor";
import { newId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { once } from "@/server/platform/once";
import type { logContactInput } from "../contracts/applications";
import { demandManager } from "../domain/access";
import { candidateOf, lockApplication, moveApplication, tellOffice } from "./move-application";

/** A manager has spoken with a candidate, or tried to. Who is reached for the first time counts as contacted. */
export async function logContact(ctx: Ctx, input: z.output<typeof logContactInput>): Promise<{ contactId: string }> {
	demandManager(ctx.actor);
	const { idempotencyKey: key, applicationId, channel, reached, words } = input;
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "hiring.log-contact", key, input }, async () => {
			const application = await lockApplication(tx, { applicationId });
			const contactId = newId<string>();
			await tx.db.insert(contacts).values({
				...{ id: contactId, applicationId, channel, reached, words },
				...{ contactedAt: tx.clock.now(), by: actorRef(tx.actor) },
			});
			if (reached && application.state === "applied") {
				await moveApplication(tx, application, { to: "contacted" });
				await publish(tx, candidateContacted, candidateOf(tx, application));
			} else {
				await tellOffice(tx, applicationId);
			}
			return { contactId };
		}),
	);
}
