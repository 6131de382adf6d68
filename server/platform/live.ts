import { sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { liveChanges } from "@/db/schema/platform";
import type { TxCtx } from "./context";

/** Who may hear of a change: a person by the id that screens know them by, or a whole desk. */
export type Audience =
	| `client:${string}`
	| `worker:${string}`
	| `account:${string}`
	| "warehouse"
	| "office"
	| "everyone";

type Change = {
	/** The context whose answers have changed: the browser asks again for what it shows of that context. */
	context: string;
	/** The id of the thing that changed. */
	subject: string;
	/** The office hears everything; name the others. */
	audiences: Audience[];
};

/** In place of a context: everything may have changed. */
export const EVERY_CONTEXT = "*";

export const LIVE_CHANNEL = "live";

const { context, subject, audiences } = liveChanges;
const write = prepared({ context, subject, audiences }, (db, change) =>
	db
		.insert(liveChanges)
		.values(change)
		.returning({ told: sql`pg_notify(${LIVE_CHANNEL}, '')` }),
);

/** Tells open screens that something changed, at the commit of the transaction. It says only what, never the content. */
export async function announce(tx: TxCtx, change: Change): Promise<void> {
	await write(tx.db, { ...change, audiences: [...new Set<Audience>([...change.audiences, "office"])] });
}
