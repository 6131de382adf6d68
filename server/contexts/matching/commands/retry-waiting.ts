import type { Ctx } from "@/server/platform/context";
import type { SampleId } from "../domain/sample";
import { getNextOrderFor } from "../queries/get-next-order";
import { matchOrder } from "./match-order";

/**
 * A sample became free: the orders that it could take are matched again, the one that starts first before the others, each in a
 * transaction of its own. Whether it gets them is for the chain to say. Without a sample the pool has changed: then all who wait
 * are, for at least what they wait for may be another thing now.
 *
 * Orders still being matched count as waiting: what they see may be from before the change.
 */
export async function retryWaiting(ctx: Ctx, { sample }: { sample: SampleId | null }): Promise<{ matched: number }> {
	let matched = 0;
	let place = await getNextOrderFor(ctx, sample, null);
	while (place) {
		const { outcome } = await matchOrder(ctx, { order: place.order });
		if (outcome === "matched") matched += 1;
		place = await getNextOrderFor(ctx, sample, place);
	}
	return { matched };
}
