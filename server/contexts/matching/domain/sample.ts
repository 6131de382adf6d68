import type { ClientId, OrderId, ServiceTypeId, WorkerId, ZoneId } from "@/server/kernel/ids";
import type { DayRange, WallPiece, WeeklySpan } from "@/server/kernel/weekly-hours";

/** A normal sample is what the rest of the house calls a worker. */
export type SampleId = WorkerId;
/** A reference sample is what the rest of the house calls a client. */
export type ReferenceId = ClientId;

export type Span = { from: Date; to: Date };

/** A job in the calendar of a sample, in milliseconds since 1970, so that many are compared fast. */
export type Job = {
	readonly order: OrderId;
	readonly from: number;
	readonly to: number;
	/** Whether the time is taken; else the job came to its end and is only remembered. */
	readonly held: boolean;
	readonly zone: ZoneId | null;
};

/** How the jobs of one type of service went that began within one week, of those that are counted since 1970. */
export type WeekOfResults = {
	readonly type: ServiceTypeId | null;
	readonly week: number;
	readonly completed: number;
	readonly failed: number;
	/** Of the failed ones, those to which nobody came. */
	readonly noShows: number;
	readonly stars: number;
	readonly rated: number;
};

/** All that steps may know of a normal sample. It is gathered for them: they see no tables. */
export type NormalSample = {
	readonly id: SampleId;
	/** Of the replica: with it the same inputs can be found again. */
	readonly version: number;
	readonly active: boolean;
	/** By trait: 1 to 5 a strength, -1 to -5 a weakness; a trait that is not there counts as zero. */
	readonly levels: Readonly<Record<string, number>>;
	/** When the sample works, by the wall's clock; null where nobody has said so, which is always. */
	readonly hours: readonly WeeklySpan[] | null;
	readonly daysOff: readonly DayRange[];
	/** What is held, and what was done well or badly since at least `JOBS_HORIZON_DAYS` before now. The first begins first. */
	readonly jobs: readonly Job[];
	readonly results: readonly WeekOfResults[];
};

/** How far from a demand's beginning, either way, steps may look at the jobs of a sample. */
export const JOBS_HORIZON_DAYS = 28;

const WEEK = 7 * 86_400_000;
/** The week, of those that are counted since 1970, in which something begins. */
export const weekNumber = (instant: Date | number): number => Math.floor(Number(instant) / WEEK);

const interned = new Map<string, string>();

/** The very same string each time, so that a hundred thousand of them are compared fast and kept once. */
export function intern<Text extends string>(text: Text): Text {
	const known = interned.get(text);
	if (known !== undefined) return known as Text;
	interned.set(text, text);
	return text;
}

/** What a reference sample had of a normal one before. */
export type Encounter = { completed: number; failed: number; stars: number; rated: number };

/** What is looked for: an order, of whom, of which type, when and where. */
export type Demand = {
	order: OrderId;
	reference: ReferenceId;
	type: ServiceTypeId;
	zone: ZoneId | null;
	during: Span;
	/** The same by the clock on the wall, cut at midnights. */
	pieces: readonly WallPiece[];
	/** The calendar day on which it begins, in milliseconds since 1970. */
	day: { from: number; to: number };
	/** Which traits the type needs, how much each weighs, and what it is called. */
	wanted: readonly { trait: string; weight: number; name?: { en: string; ru: string } }[];
	/** Samples that are not to come. */
	excluded: readonly SampleId[];
	/** Whom the reference sample had before, and how that went. */
	encounters: ReadonlyMap<SampleId, Encounter>;
};

/** As if an order were open: its own reservation is in nobody's way. */
export const withoutOrder = (sample: NormalSample, order: OrderId): NormalSample =>
	sample.jobs.some((job) => job.order === order)
		? { ...sample, jobs: sample.jobs.filter((job) => job.order !== order) }
		: sample;
