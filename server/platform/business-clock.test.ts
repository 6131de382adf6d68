import { expect, it, vi } from "vitest";
import { rawSql } from "@/db/client";
import { systemNow } from "@/server/kernel/clock";
import { businessClock, followBusinessClock, moveBusinessTimeTo } from "./business-clock";

const HOUR_MS = 3_600_000;
const ahead = () => businessClock.now().getTime() - systemNow().getTime();

it("is followed through a database that goes away while the clock is read again", { timeout: 30_000 }, async () => {
	await moveBusinessTimeTo(systemNow());
	await followBusinessClock();
	const sql = rawSql();
	const lost = vi.fn();
	process.on("unhandledRejection", lost);
	await sql.begin(async (tx) => {
		await tx`lock table platform.business_clock in access exclusive mode`;
		const cut = (which: ReturnType<typeof tx>) => tx<{ pid: number }[]>`
			select pid, pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and ${which}`;
		await cut(tx`application_name like '%listening'`);
		// It listens again, and waits for the clock: there it is cut a second time.
		await vi.waitFor(
			async () => expect(await cut(tx`wait_event_type = 'Lock' and query like '%business_clock%'`)).toHaveLength(1),
			{
				timeout: 15_000,
			},
		);
		await tx`update platform.business_clock set offset_ms = offset_ms + ${HOUR_MS}`;
	});
	await vi.waitFor(() => expect(ahead()).toBeGreaterThanOrEqual(HOUR_MS), { timeout: 5_000 });
	expect(lost).not.toHaveBeenCalled();
	process.off("unhandledRejection", lost);
});
