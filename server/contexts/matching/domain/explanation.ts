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

/** What the record of a match keeps: the ranking first, then who was eliminated. */
export const explain = ({ ranked, all }: Run): RecordedCandidate[] =>
	[...ranked, ...all.filter((candidate) => !("rank" in candidate.values))].map(recorded);

export const recorded = ({ sample, values: { rank, ...values }, out }: Explained): RecordedCandidate => ({
	sample: sample.id,
	version: sample.version,
	values,
	out,
	rank: rank ?? null,
});
