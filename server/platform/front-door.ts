import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { log } from "./log";

/** The answer to who is not let in, by what stands in the head of the request; null for who is. */
export type Guard = (headers: Headers) => Promise<Response | null>;
type Guards = Readonly<Record<string, Guard>>;

/** What is still being sent by who was turned away is let run out, so that the answer is read: so much of it, and so long. */
const MOST_BYTES = 1_500_000;
const PATIENCE_MS = 5_000;

/**
 * Lets guards, by `METHOD /path`, turn requests away before the framework has begun with them, for that alone costs what a flood
 * is made of. What they let in takes its usual way and is checked there as well.
 */
export function guardFrontDoor(guards: Guards): void {
	const guarded = new WeakSet<Server>();
	subscribe("http.server.request.start", (message) => {
		const { server } = message as { server: Server };
		if (guarded.has(server)) return;
		guarded.add(server);
		standBefore(server, guards);
	});
}

/** Takes the place of all who listen to the server's requests, and hands on to them what is let in. */
export function standBefore(server: Server, guards: Guards): void {
	const behind = server.listeners("request") as RequestListener[];
	server.removeAllListeners("request");
	server.on("request", (request: IncomingMessage, response: ServerResponse) => {
		const letIn = () => {
			for (const listener of behind) listener.call(server, request, response);
		};
		const guard = guards[`${request.method} ${request.url?.split("?")[0]}`];
		if (!guard) return letIn();
		answerOf(guard, request).then((answer) => (answer ? turnAway(request, response, answer) : letIn()));
	});
}

/** A guard that fails itself lets in: behind it everything is checked again. */
const answerOf = async (guard: Guard, request: IncomingMessage) => {
	try {
		const answer = await guard(headersOf(request));
		return answer && { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
	} catch (error) {
		log.warn({ err: error }, "a guard of the front door failed");
		return null;
	}
};

/** As the framework gives them: with the address of who asks, where no proxy has written it. */
function headersOf({ headers, socket }: IncomingMessage): Headers {
	const given = new Headers(Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]));
	if (!given.has("x-forwarded-for") && socket.remoteAddress) given.set("x-forwarded-for", socket.remoteAddress);
	return given;
}

type Answer = { status: number; headers: Record<string, string>; body: string };

function turnAway(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): void {
	response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) }).end(body);
	if (request.complete) return;
	let left = MOST_BYTES;
	const timer = setTimeout(() => request.destroy(), PATIENCE_MS);
	request.on("data", (part: Buffer) => {
		left -= part.length;
		if (left < 0) request.destroy();
	});
	request.on("error", () => {}); // who goes away after the answer is missed by nobody
	request.once("close", () => clearTimeout(timer));
}
