import { eq, sql } from "drizzle-orm";
import { applicationMoves, applications } from "@/db/schema/hiring-applications";
import { actorRef } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import type { ApplicationId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { TxCtx } from "@/server/platform/context";
import { announce } from "@/server/platform/live";
import { applicationRefusals } from "../contracts/applications";
import { type ApplicationState, canGo } from "../domain/application";

export type Application = typeof applications.$inferSelect;

/** Locks an application; refused when it has changed since it was shown, or when its person was erased. */
export async function lockApplication(
	tx: TxCtx,
	{ applicationId, version }: { applicationId: ApplicationId; version?: number },
): Promise<Application> {
	const [found] = await tx.db.select().from(applications).where(eq(applications.id, applicationId)).for("update");
	if (!found) throw commonRefusals.because("not_found");
	if (found.erasedAt) throw applicationRefusals.because("erased");
	if (version !== undefined && found.version !== version) throw commonRefusals.because("stale");
	return found;
}

type Move = { to: ApplicationState; reason?: string; words?: string; set?: Partial<Application> };

/** Takes a locked application to another state, on record. Refused where there is no way. */
export async function moveApplication(tx: TxCtx, from: Application, move: Move): Promise<Application> {
	const { to, reason = null, words = "", set = {} } = move;
	if (!canGo(from.state, to)) throw applicationRefusals.because("wrong_state", { state: from.state });
	const now = tx.clock.now();
	const [moved] = await tx.db
		.update(applications)
		.set({ ...set, state: to, stateSince: now, version: from.version + 1 })
		.where(eq(applications.id, from.id))
		.returning();
	if (!moved) throw commonRefusals.because("not_found");
	await tx.db.insert(applicationMoves).values({
		...{ applicationId: from.id, from: from.state, to, movedAt: now, since: from.stateSince, reason, words },
		by: actorRef(tx.actor),
		number: sql`(select coalesce(max(${applicationMoves.number}), 0) + 1 from ${applicationMoves}
			where ${applicationMoves.applicationId} = ${from.id})`,
	});
	await audit(tx, {
		...{ action: `hiring.${to}`, subject: `application:${from.id}` },
		...{ before: { state: from.state }, after: { state: to, reason } },
		reason: words || undefined,
	});
	await tellOffice(tx, from.id);
	return moved;
}

export const tellOffice = (tx: TxCtx, applicationId: ApplicationId): Promise<void> =>
	announce(tx, { context: "hiring", subject: applicationId, audiences: [] });

/** What events say about a candidate. */
export const candidateOf = (tx: TxCtx, { id, vacancyId, name, email, locale }: Application) => ({
	...{ applicationId: id, vacancyId, name, email, locale },
	at: tx.clock.now().toISOString(),
});
