import type { Explained, Run } from "./run-chain";
import type { SampleId } from "./sample";
import type { Elimination } from "./step";

export type RecordedCandidate = {
	sample: SampleId;
	/** Of the replica that the chain saw. */
	version: number;
	values: Record<string, number>;
	out: ({ step: string } & Elimination) | null;
	rank: number | null;
};

/** Up to this many candidates all are kept. */
const ALL_KEPT = 1000;
/** Of more, only so many of the best: the funnel counts the others, and any can be computed again. */
const BEST_KEPT = 100;

/** What the record of a match keeps: the ranking first, then who was eliminated. */
export function explain({ ranked, all }: Run): RecordedCandidate[] {
	const ordered = [...ranked, ...all.filter((candidate) => !("rank" in candidate.values))];
	return (ordered.length <= ALL_KEPT ? ordered : ordered.slice(0, BEST_KEPT)).map(recorded);
}

const recorded = ({ sample, values: { rank, ...values }, out }: Explained): RecordedCandidate => ({
	sample: sample.id,
	version: sample.version,
	values,
	out,
	rank: rank ?? null,
});
