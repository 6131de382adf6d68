import { seedDemo, seedStillDemo } from "@/server/demo/seed";
import { startInstance, stopInstance } from "@/server/engine/start";
import { env } from "@/server/platform/env";

const say = (line: string): void => {
	if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K  ${line}`);
	else process.stdout.write(`  ${line}\n`);
};

if (env().DEMO_COMPANY === "still") await seedStillDemo();
else {
	process.once("SIGTERM", () => process.exit(143));
	// A hand more for the server's own engine, on the second core.
	await startInstance();
	await seedDemo(({ date, day, days, done }) => say(`${date}: day ${day} of ${days}, ${done} things done by its cats`));
	if (process.stdout.isTTY) process.stdout.write("\n");
	await stopInstance();
}
process.exit(0); // the pools of the database would keep it alive
