import { rawSql } from "@/db/client";
import { seedDemo, seedStillDemo } from "@/server/demo/seed";
import { startInstance, stopInstance } from "@/server/engine/start";
import { env } from "@/server/platform/env";

const say = (line: string): void => {
	if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K  ${line}`);
	else process.stdout.write(`  ${line}\n`);
};

async function live(): Promise<void> {
	if (env().DEMO_COMPANY === "still") return seedStillDemo();
	process.once("SIGTERM", () => process.exit(143));
	// A hand more for the server's own engine, on the second core.
	await startInstance();
	await seedDemo({
		onProgress: ({ date, day, days, done }) => say(`${date}: day ${day} of ${days}, ${done} things done by its cats`),
	});
	if (process.stdout.isTTY) process.stdout.write("\n");
	await stopInstance();
}

/** Half a demo is thrown away anyhow: until it is whole no transaction waits for the disk. */
async function withoutWaitingForTheDisk(work: () => Promise<void>): Promise<void> {
	const sql = rawSql();
	await sql`alter system set synchronous_commit = off`;
	await sql`select pg_reload_conf()`;
	await work();
	await sql`alter system reset synchronous_commit`;
	await sql`select pg_reload_conf()`;
	await sql`checkpoint`;
}

await withoutWaitingForTheDisk(live);
process.exit(0); // the pools of the database would keep it alive
