// Preloaded into the web process: when its supervisor was killed, it must neither hold the port nor leave the database running.
import { signal } from "./processes.mjs";

if (process.channel) {
	process.once("disconnect", () => {
		const database = Number(process.env.SUPERVISED_DATABASE_PID);
		if (database) process.once("exit", () => signal(database, "SIGINT"));
		process.kill(process.pid, "SIGTERM");
		setTimeout(() => process.exit(1), 10_000).unref();
	});
}
