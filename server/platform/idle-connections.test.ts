import http from "node:http";
import net, { type AddressInfo } from "node:net";
import { expect, it, vi } from "vitest";
import { watchConnections } from "./idle-connections";

it("connections end that wait for a next request, or for a first; one whose answer is being made stays until it is given", async () => {
	const endIdle = watchConnections();
	let answer: (() => void) | undefined;
	const server = http.createServer((request, response) => {
		if (request.url === "/slow") answer = () => response.end("late");
		else response.end("at once");
	});
	await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
	const { port } = server.address() as AddressInfo;
	const connect = (path?: string) => {
		const socket = net.connect(port, "127.0.0.1");
		const told = { text: "", ended: false };
		socket.on("data", (part) => (told.text += part)).on("close", () => (told.ended = true));
		if (path) socket.write(`GET ${path} HTTP/1.1\r\nhost: cats\r\n\r\n`);
		return told;
	};
	const unused = connect();
	const kept = connect("/");
	const slow = connect("/slow");
	await vi.waitFor(() => expect(kept.text).toContain("at once"));
	await vi.waitFor(() => expect(answer).toBeDefined());

	const closed = new Promise((done) => server.close(done));
	endIdle();
	await vi.waitFor(() => expect([unused.ended, kept.ended]).toEqual([true, true]));
	expect(slow).toEqual({ text: "", ended: false });
	answer?.();
	await vi.waitFor(() => expect(slow.text).toContain("late"));
	endIdle();
	await closed;
});
