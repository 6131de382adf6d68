import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rawSql } from "@/db/client";
import { after, days } from "@/server/kernel/clock";
import { inngest } from "../inngest/client";
import { businessNow } from "./store";
import { startTestEngine } from "./testing";
import { everyAbility, mostInFlight, times } from "./testing-functions";
import { type Ended, scenarios } from "./testing-scenarios";
import { idle } from "./time-machine";

let engine: Awaited<ReturnType<typeof startTestEngine>>;
beforeAll(async () => {
	engine = await startTestEngine(everyAbility, { failuresExpected: true });
});
afterAll(() => engine.stop());

const runIds = async (): Promise<string[]> =>
	(await rawSql()<{ id: string }[]>`select id from engine.runs`).map(({ id }) => id);

const newRuns = (known: readonly string[], functionId: string) =>
	rawSql()<Ended[]>`
		select status, output from engine.runs where function_id = ${functionId} and id <> all(${[...known]}::uuid[])
		order by status, output`;

/** Past all that the functions sleep, once beyond 2030. */
const longFromNow = async (): Promise<Date> => {
	const now = await businessNow(rawSql());
	return after(now > new Date("2030-01-01") ? now : new Date("2030-01-01"), days(3));
};

describe("the embedded engine does", () => {
	test.each(scenarios)("$ability", async ({ send, later, ends, did }) => {
		const known = await runIds();
		await inngest.send(send);
		await idle();
		if (later) await inngest.send(later);
		await engine.travelTo(await longFromNow());
		for (const [functionId, expected] of Object.entries(ends)) {
			expect(await newRuns(known, functionId)).toEqual(expected);
		}
		for (const [what, count] of Object.entries(did ?? {})) expect(times(what)).toBe(count);
	});

	test("no more calls at once than the concurrency limit", () => {
		expect(Object.fromEntries(mostInFlight)).toEqual({ a: 2, b: 2 });
	});

	test("leaves nothing behind", async () => {
		expect(await rawSql()`select 1 from engine.tasks union all select 1 from engine.waits`).toHaveLength(0);
	});
});
