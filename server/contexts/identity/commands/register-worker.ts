import { eq, or } from "drizzle-orm";
import { accounts } from "@/db/schema/identity";
import type { EventData } from "@/server/events/catalog/_define";
import type { workerChanged } from "@/server/events/catalog/hiring";
import type { Role } from "@/server/kernel/actor";
import { newId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { publishAccount } from "./publish-account";

type Worker = EventData<typeof workerChanged>;

/**
 * Gives a worker an account, or brings the worker's account up to a newer version of the profile. A person whom the system
 * knows already (by e-mail) gets the role in addition. An older version does nothing.
 */
export async function registerWorker(ctx: Ctx, worker: Worker): Promise<void> {
	await withTransaction(ctx, async (tx) => {
		const [known] = await tx.db
			.select()
			.from(accounts)
			.where(or(eq(accounts.workerId, worker.workerId), eq(accounts.email, worker.email)))
			.for("update");
		if (known && known.workerVersion >= worker.version) return;
		const profile = {
			name: worker.name,
			phone: worker.phone,
			workerId: worker.workerId,
			workerVersion: worker.version,
			roles: withRole(known?.roles ?? [], worker.active),
		};
		const [account] = known
			? await tx.db
					.update(accounts)
					.set({ ...profile, version: known.version + 1 })
					.where(eq(accounts.id, known.id))
					.returning()
			: await tx.db
					.insert(accounts)
					.values({ ...profile, id: newId(), email: worker.email, locale: worker.locale })
					.returning();
		if (account) await publishAccount(tx, account);
	});
}

const withRole = (roles: Role[], worker: boolean): Role[] => {
	const others = roles.filter((role) => role !== "worker");
	return worker ? [...others, "worker"] : others;
};
