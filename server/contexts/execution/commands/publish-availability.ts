import { eq } from "drizzle-orm";
import { availability } from "@/db/schema/execution";
import { availabilityChanged } from "@/server/events/catalog/execution";
import { publish } from "@/server/events/publish";
import type { WorkerId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { TxCtx } from "@/server/platform/context";
import { announce } from "@/server/platform/live";
import { type Availability, getAvailability } from "../queries/get-availability";
import { lockCalendar } from "./lock-calendar";

/** A worker's availability under lock, until the transaction ends; there is a row for it from now on. */
export async function lockAvailability(tx: TxCtx, workerId: WorkerId): Promise<Availability> {
	await lockCalendar(tx, workerId);
	await tx.db.insert(availability).values({ workerId, version: 0 }).onConflictDoNothing();
	return getAvailability(tx, workerId);
}

type Change = { workerId: WorkerId; before: Availability; action: string; reason?: string };

/** Numbers the change, puts it on record and tells everybody. Every command that changes an availability ends here. */
export async function publishAvailability(
	tx: TxCtx,
	{ workerId, before, action, reason }: Change,
): Promise<{ version: number }> {
	await tx.db
		.update(availability)
		.set({ version: before.version + 1 })
		.where(eq(availability.workerId, workerId));
	const after = await getAvailability(tx, workerId);
	await audit(tx, { action, subject: `worker:${workerId}`, before, after, ...(reason && { reason }) });
	await publish(tx, availabilityChanged, { workerId, ...after });
	await announce(tx, { context: "execution", subject: workerId, audiences: [`worker:${workerId}`] });
	return { version: after.version };
}
