import type { SQL } from "drizzle-orm";

export type Invariant = {
	name: string;
	/** What must hold, for whoever reads the report. */
	holds: string;
	/** One row per breach, its `what` saying where. */
	breaches: SQL;
};
