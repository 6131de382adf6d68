import { subscribe } from "node:diagnostics_channel";
import type { Server } from "node:http";

const LOOK_EVERY_MS = 50;

/**
 * Once this process is told to stop, every connection ends that has no request on it: else one that is kept open for a next
 * request would hold the stop up for as long.
 */
export function endIdleConnectionsAtStop(): void {
	const servers = new Set<Server>();
	subscribe("http.server.request.start", (message) => {
		servers.add((message as { server: Server }).server);
	});
	const end = () => {
		for (const server of servers) server.closeIdleConnections();
	};
	for (const signal of ["SIGTERM", "SIGINT"] as const)
		process.once(signal, () => setInterval(end, LOOK_EVERY_MS).unref());
}
