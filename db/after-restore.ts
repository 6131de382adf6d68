import postgres from "postgres";

/**
 * Forgets what open screens were to hear of, where it was counted by another server: after a restore the count of transactions
 * begins low, and rows of "later" transactions would be news for ever.
 */
export async function forgetOtherServersChanges(url: string): Promise<void> {
	const connection = postgres(url, { max: 1, onnotice: () => {} });
	try {
		await connection`delete from platform.live_changes where transaction > pg_current_xact_id()`;
		await connection`delete from matching.changes where transaction > pg_current_xact_id()`;
		await connection`delete from platform.live_retention where pruned_before > pg_current_xact_id()`;
	} finally {
		await connection.end();
	}
}
