import { afterEach, describe, expect, test } from "vitest";
import { rawSql } from "@/db/client";
import { inngest } from "../inngest/client";
import { startTestEngine } from "./testing";

const done: string[] = [];
const twoSteps = inngest.createFunction(
	{ id: "try/two-steps", triggers: [{ event: "try/two-steps" }] },
	async ({ step, event }) => {
		await step.run("one", () => done.push(`one ${event.data.key}`));
		await step.sleep("nap", "1h");
		await step.run("two", () => done.push(`two ${event.data.key}`));
	},
);

let engine: Awaited<ReturnType<typeof startTestEngine>>;
afterEach(() => engine.stop());

const inAnHour = () => new Date(Date.now() + 3_700_000 * 24);
const times = (what: string) => done.filter((entry) => entry === what).length;
const statuses = async () => {
	const runs = await rawSql()<
		{ status: string }[]
	>`select status from engine.runs where event #>> '{data,key}' = ${key}`;
	return runs.map(({ status }) => status);
};
let key = "";

describe("the test harness", () => {
	test("settles and travels through time", async () => {
		key = "plain";
		engine = await startTestEngine([twoSteps]);
		await inngest.send({ name: "try/two-steps", data: { key } });
		await engine.settle();
		expect(await statuses()).toEqual(["running"]);
		await engine.travelTo(inAnHour());
		expect(await statuses()).toEqual(["completed"]);
		expect(done).toEqual(["one plain", "two plain"]);
	});

	test("delivers every event twice when asked", async () => {
		key = "twice";
		engine = await startTestEngine([twoSteps], { twice: true });
		await inngest.send({ name: "try/two-steps", data: { key } });
		await engine.travelTo(new Date(inAnHour().getTime() * 1.01));
		expect(await statuses()).toEqual(["completed", "completed"]);
	});

	test("repeats every step when asked", async () => {
		key = "repeated";
		engine = await startTestEngine([twoSteps], { repeated: true });
		await inngest.send({ name: "try/two-steps", data: { key } });
		await engine.settle();
		expect(times("one repeated")).toBe(2);
	});

	test("kills and resumes", async () => {
		key = "killed";
		engine = await startTestEngine([twoSteps]);
		await engine.kill();
		await inngest.send({ name: "try/two-steps", data: { key } });
		await engine.resume();
		await engine.settle();
		expect(times("one killed")).toBe(1);
	});
});
