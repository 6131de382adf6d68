import { expect, test } from "vitest";
import { rawSql } from "@/db/client";
import { newId } from "@/server/kernel/ids";
import { forgetOldRuns } from "./old-runs";

test("runs that ended a month ago are forgotten, with their steps; others are not", async () => {
	const sql = rawSql();
	const aRun = async (days: number | null) => {
		const id = newId<string>();
		await sql`
			insert into engine.runs (id, function_id, key, event_id, event, status, created_at, ended_at)
			values (${id}, 'try/old', ${id}, 'e', '{}', ${days === null ? "running" : "completed"},
				now() - interval '90 days', now() - ${days} * interval '1 day')`;
		await sql`insert into engine.steps (run_id, step_id, name, result) values (${id}, 's', 's', '{}')`;
		return id;
	};
	const [old, young, running] = [await aRun(31), await aRun(29), await aRun(null)];
	expect(await forgetOldRuns(sql)).toBe(1);
	const left = await sql`select run_id from engine.steps order by run_id`;
	expect(left.map(({ run_id }) => run_id)).toEqual([young, running].toSorted());
	expect(left.map(({ run_id }) => run_id)).not.toContain(old);
	expect(await forgetOldRuns(sql)).toBe(0);
});
