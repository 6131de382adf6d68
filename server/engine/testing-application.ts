/** The background part of the application as a process of its own, on a port. Run by `side-by-side.test.ts`. */
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { env } from "@/server/platform/env";
import { handleInngest } from "../mounts/inngest";
import { startInstance, stopInstance } from "./start";

const server = createServer(async (asked, response) => {
	const body = asked.method === "GET" ? null : new Uint8Array(await buffer(asked));
	const headers = new Headers(asked.headers as Record<string, string>);
	const url = `http://${asked.headers.host}${asked.url}`;
	const answer = await handleInngest(new Request(url, { method: asked.method, headers, body }));
	response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
});
server.listen(env().PORT, "127.0.0.1");
process.once("SIGTERM", () => void stopInstance().then(() => process.exit(0)));
await startInstance();
process.send?.("started");
