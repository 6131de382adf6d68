import { and, eq } from "drizzle-orm";
import { normalSamples, reservations } from "@/db/schema/matching";
import type { TxCtx } from "@/server/platform/context";
import { violatesExclusion, withSavepoint } from "@/server/platform/database";
import type { Explained } from "../domain/run-chain";
import type { Demand, SampleId } from "../domain/sample";
import { listBooked } from "../queries/list-samples";

type Sought = { demand: Demand; match: number };

/**
 * Holds the time in the calendar of the best who can still be had, and says who it is. Whom another order took since the chain
 * looked is passed over, and the explanation says so. Null when everybody was taken.
 */
export async function reserveBest(tx: TxCtx, sought: Sought, ranked: readonly Explained[]): Promise<Explained | null> {
	let booked = new Set<SampleId>();
	for (const candidate of ranked) {
		if (!booked.has(candidate.sample.id)) {
			if (await reserve(tx, sought, candidate.sample.id)) return candidate;
			booked = await listBooked(tx, sought.demand.during);
		}
		candidate.out = { step: "reservation", why: "taken-meanwhile" };
	}
	return null;
}

/**
 * One try, taken back whole when it fails. Orders that want the same sample queue at its row, so that two never wait for
 * each other's reservation; that none overlap is the exclusion constraint's to say.
 */
async function reserve(tx: TxCtx, { demand, match }: Sought, sample: SampleId): Promise<boolean> {
	const { order, during } = demand;
	try {
		return await withSavepoint(tx, async (attempt) => {
			const [ready] = await attempt.db
				.select({ id: normalSamples.id })
				.from(normalSamples)
				.where(and(eq(normalSamples.id, sample), eq(normalSamples.active, true)))
				.for("no key update");
			if (!ready) return false;
			await attempt.db
				.insert(reservations)
				.values({ order, match, sample, startsAt: during.from, endsAt: during.to, heldAt: attempt.clock.now() });
			return true;
		});
	} catch (error) {
		if (violatesExclusion(error, "reservations_never_overlap")) return false;
		throw error;
	}
}
