import { and, eq } from "drizzle-orm";
import { normalSamples, reservations } from "@/db/schema/matching";
import type { TxCtx } from "@/server/platform/context";
import { violatesExclusion, withSavepoint } from "@/server/platform/database";
import { type Explained, isLetThrough } from "../domain/run-chain";
import type { SampleId } from "../domain/sample";
import { hasChangedSince } from "../queries/get-pool";
import { listBooked, listSamples } from "../queries/list-samples";
import type { Search } from "./record-match";

/**
 * Holds the time in the calendar of the best who can still be had, and says who it is. Whom another order took since the chain
 * looked is passed over, and the explanation says so. Null when everybody was taken.
 */
export async function reserveBest(tx: TxCtx, search: Search, ranked: readonly Explained[]): Promise<Explained | null> {
	let booked = new Set<SampleId>();
	for (const candidate of ranked) {
		const { id } = candidate.sample;
		if (!booked.has(id)) {
			if (await reserve(tx, search, id, { mayStill: (locked) => suitsStill(locked, search, id) })) return candidate;
			booked = await listBooked(tx, search.demand.during);
		}
		candidate.out = { step: "reservation", why: "taken-meanwhile" };
	}
	return null;
}

/** Takes back the try, and with it the lock on the sample's row: who holds one row and waits for another may wait for ever. */
class NotToBeHad extends Error {}

type Terms = { mayStill?: (locked: TxCtx) => Promise<boolean>; replacing?: boolean };

/**
 * One try, taken back whole when it fails. Orders that want the same sample queue at its row, so that two never wait for
 * each other's reservation; that none overlap is the exclusion constraint's to say.
 */
export async function reserve(
	tx: TxCtx,
	{ demand, match }: Search,
	sample: SampleId,
	{ mayStill = async () => true, replacing = false }: Terms = {},
): Promise<boolean> {
	const { order, during } = demand;
	try {
		return await withSavepoint(tx, async (attempt) => {
			const [ready] = await attempt.db
				.select({ id: normalSamples.id })
				.from(normalSamples)
				.where(and(eq(normalSamples.id, sample), eq(normalSamples.active, true)))
				.for("no key update");
			if (!ready || !(await mayStill(attempt))) throw new NotToBeHad();
			await attempt.db.insert(reservations).values({
				order,
				match,
				sample,
				startsAt: during.from,
				endsAt: during.to,
				replacing,
				heldAt: attempt.clock.now(),
			});
			return true;
		});
	} catch (error) {
		if (error instanceof NotToBeHad || violatesExclusion(error, "reservations_never_overlap")) return false;
		throw error;
	}
}

/** The constraint knows nothing of ways between jobs and of days off: whoever is another by now passes the filters again. */
async function suitsStill(tx: TxCtx, { chain, input, pool }: Search, sample: SampleId): Promise<boolean> {
	if (!(await hasChangedSince(tx, pool, sample))) return true;
	const [fresh] = await listSamples(tx, [sample]);
	return fresh !== undefined && isLetThrough(chain.links, input, fresh);
}
