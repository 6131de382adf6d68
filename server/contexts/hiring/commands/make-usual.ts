import { and, eq, ne } from "drizzle-orm";
import { testSets } from "@/db/schema/hiring-tests";
import type { TestSetId, VacancyId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { TxCtx } from "@/server/platform/context";
import { hiringRefusals } from "../contracts";

/** The vacancy's usual set so far, unless it is this one, is that no longer. For whoever holds the vacancy's lock. */
export async function leaveUsual(tx: TxCtx, { vacancyId, except }: { vacancyId: VacancyId; except: TestSetId }) {
	await tx.db
		.update(testSets)
		.set({ usual: false })
		.where(and(eq(testSets.usual, true), eq(testSets.vacancyId, vacancyId), ne(testSets.id, except)));
}

/** Makes a set the usual one of its vacancy. Refused where it is not offered any more. For whoever holds the vacancy's lock. */
export async function makeUsual(tx: TxCtx, setId: TestSetId): Promise<void> {
	const [set] = await tx.db.select().from(testSets).where(eq(testSets.id, setId)).for("update");
	if (!set?.active) throw hiringRefusals.because("set_retired");
	if (set.usual) return;
	await leaveUsual(tx, { vacancyId: set.vacancyId, except: setId });
	await tx.db
		.update(testSets)
		.set({ usual: true, revision: set.revision + 1, changedAt: tx.clock.now() })
		.where(eq(testSets.id, setId));
	await audit(tx, {
		...{ action: "hiring.define-test-set", subject: `test-set:${setId}` },
		...{ before: { usual: false }, after: { usual: true } },
	});
}
