import type { ClientId, OrderId, ServiceTypeId, WorkerId } from "@/server/kernel/ids";

/** A normal sample is what the rest of the house calls a worker. */
export type SampleId = WorkerId;
/** A reference sample is what the rest of the house calls a client. */
export type ReferenceId = ClientId;

export type Span = { from: Date; to: Date };
export type Tally = { completed: number; failed: number };

/** All that steps may know of a normal sample. It is gathered for them: they see no tables. */
export type NormalSample = {
	id: SampleId;
	/** Of the replica: with it the same inputs can be found again. */
	version: number;
	active: boolean;
	/** By trait: 1 to 5 a strength, -1 to -5 a weakness; a trait that is not there counts as zero. */
	levels: Readonly<Record<string, number>>;
	/** What is held in the sample's calendar and touches the time of the demand. */
	calendar: readonly Span[];
	/** When the jobs begin that the sample did or is going to do, at most `JOBS_HORIZON_DAYS` from the demand. */
	jobs: readonly Date[];
	results: { sameType: Tally; otherTypes: Tally; stars: { count: number; sum: number } };
};

/** How far from a demand's beginning, either way, the jobs of a sample are gathered. */
export const JOBS_HORIZON_DAYS = 28;

/** What is looked for: an order, of whom, of which type, when. */
export type Demand = {
	order: OrderId;
	reference: ReferenceId;
	type: ServiceTypeId;
	during: Span;
	/** Which traits the type needs, and how much each weighs. */
	wanted: readonly { trait: string; weight: number }[];
	/** Samples that are not to come. */
	excluded: readonly SampleId[];
};
