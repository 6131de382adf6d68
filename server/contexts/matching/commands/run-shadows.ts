import { shadowResults } from "@/db/schema/matching-pipelines";
import type { TxCtx } from "@/server/platform/context";
import { type Explained, type Run, runChain } from "../domain/run-chain";
import { listShadows } from "../queries/get-chain";
import type { Search } from "./record-match";

/** Lets every version that runs beside say whom it would have chosen, from the same inputs. It decides nothing. */
export async function runShadows(tx: TxCtx, search: Search, run: Run): Promise<void> {
	for (const shadow of await listShadows(tx)) {
		if (shadow.version === search.chain.version) continue;
		const content = { ...resultOf(shadow, search, run), decidedBy: search.chain.version, at: tx.clock.now() };
		const key = { order: search.demand.order, match: search.match, pipelineVersion: shadow.version };
		await tx.db
			.insert(shadowResults)
			.values({ ...key, ...content })
			.onConflictDoUpdate({
				target: [shadowResults.order, shadowResults.match, shadowResults.pipelineVersion],
				set: content,
			});
	}
}

type Shadow = Awaited<ReturnType<typeof listShadows>>[number];

/** A version that fails is none that can come into force: its trouble is kept for whoever looks, and the order is matched. */
function resultOf({ links, troubles }: Shadow, { input }: Search, run: Run) {
	const nobody = { chosen: null, decided: idOf(run.ranked[0]), placeOfDecided: null, placeOfChosen: null };
	if (troubles.length > 0) return { ...nobody, trouble: JSON.stringify(troubles) };
	try {
		const { ranked } = runChain(links, input);
		return {
			...nobody,
			chosen: idOf(ranked[0]),
			placeOfDecided: placeOf(run.ranked[0], ranked),
			placeOfChosen: placeOf(ranked[0], run.ranked),
			trouble: null,
		};
	} catch (error) {
		return { ...nobody, trouble: error instanceof Error ? error.message : String(error) };
	}
}

const idOf = (explained: Explained | undefined) => explained?.sample.id ?? null;

function placeOf(one: Explained | undefined, ranked: readonly Explained[]): number | null {
	const place = one ? ranked.findIndex(({ sample }) => sample === one.sample) : -1;
	return place < 0 ? null : place + 1;
}
