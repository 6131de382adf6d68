/** An instance as a process of its own, to be killed. Run by `kill.test.ts`. */
import { rawSql } from "@/db/client";
import { inngest } from "../inngest/client";
import { callInProcess } from "./callers";
import { startEngine } from "./engine";
import { createRegistry } from "./registry";
import { defaultSettings } from "./settings";

const leaveMark = async (key: string, step: number): Promise<void> => {
	await rawSql()`
		insert into public.marks (key, step, times) values (${key}, ${step}, 1)
		on conflict (key, step) do update set times = marks.times + 1`;
};

const functions = [
	inngest.createFunction({ id: "try/marks", triggers: [{ event: "try/marks" }] }, async ({ step, event }) => {
		const key: string = event.data.key;
		await step.run("one", () => leaveMark(key, 1));
		await step.run("two", () => leaveMark(key, 2));
		return key;
	}),
];

await startEngine({
	sql: rawSql(),
	registry: await createRegistry(inngest, functions),
	call: callInProcess(inngest, functions),
	contexts: "all",
	settings: defaultSettings,
});
