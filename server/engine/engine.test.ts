import { afterAll, beforeAll, expect, test } from "vitest";
import { rawSql } from "@/db/client";
import { inngest } from "../inngest/client";
import { startTestEngine } from "./testing";
import { everyAbility } from "./testing-functions";

let engine: Awaited<ReturnType<typeof startTestEngine>>;
beforeAll(async () => {
	engine = await startTestEngine(everyAbility);
});
afterAll(() => engine.stop());

test("parallel", async () => {
	await inngest.send({ name: "try/parallel", data: {} });
	await engine.settle();
	const [run] = await rawSql()`select * from engine.runs where function_id = 'try/parallel'`;
	expect(run?.output).toEqual({ sides: [1, 20, 3], loop: [0, 1, 2] });
});

test("sequence", async () => {
	await inngest.send({ name: "try/sequence", data: { key: 1 } });
	await engine.travelTo("2030-01-01T00:00:00Z");
	const [run] = await rawSql()`select * from engine.runs where function_id = 'try/sequence'`;
	expect(run?.output).toEqual({ first: [1, 1], sent: 1, last: { text: "last" } });
});
