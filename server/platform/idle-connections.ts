import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";

const LOOK_EVERY_MS = 50;

/**
 * Once this process is told to stop, every connection ends that has no request under way: one kept open for a next request, or
 * opened beforehand and never used, would hold the stop up for as long as it is kept.
 */
export function endIdleConnectionsAtStop(): void {
	const endIdle = watchConnections();
	for (const signal of ["SIGTERM", "SIGINT"] as const)
		process.once(signal, () => setInterval(endIdle, LOOK_EVERY_MS).unref());
}

/**
 * Watches the connections that come to this process' servers from now on. Gives what ends all on which nothing is under way; Node's
 * own `closeIdleConnections` passes over those that have never had a request.
 */
export function watchConnections(): () => void {
	const underWay = new Map<Socket, number>();
	const count = (socket: Socket, change: number) => {
		const before = underWay.get(socket);
		if (before !== undefined) underWay.set(socket, before + change);
	};
	subscribe("net.server.socket", (message) => {
		const { socket } = message as { socket: Socket };
		underWay.set(socket, 0);
		socket.once("close", () => underWay.delete(socket));
	});
	subscribe("http.server.request.start", (message) => {
		count((message as { request: IncomingMessage }).request.socket, 1);
	});
	subscribe("http.server.response.finish", (message) => {
		count((message as { request: IncomingMessage }).request.socket, -1);
	});
	return () => {
		for (const [socket, requests] of underWay) if (requests === 0) socket.destroy();
	};
}
