import { createServer, type IncomingMessage } from "node:http";

type Handler = (request: Request) => Promise<Response>;

/** A server that answers by path, as the routes would, a path that ends in a slash for all below it; a handler that throws cuts the line. */
export async function serveHttp(routes: Record<string, Handler>, port: number): Promise<{ stop: () => Promise<void> }> {
	const server = createServer(async (incoming, outgoing) => {
		const handler = handlerFor(routes, incoming.url ?? "") ?? (async () => new Response("", { status: 404 }));
		const response = await handler(await asRequest(incoming)).catch(() => null);
		if (!response) return outgoing.destroy();
		outgoing.writeHead(response.status, Object.fromEntries(response.headers));
		return outgoing.end(Buffer.from(await response.arrayBuffer()));
	});
	await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
	return {
		stop: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}

async function asRequest(incoming: IncomingMessage): Promise<Request> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk);
	const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
	const body = chunks.length > 0 ? { body: Buffer.concat(chunks) } : {};
	return new Request(`http://test${incoming.url}`, { method: incoming.method, headers, ...body });
}

const handlerFor = (routes: Record<string, Handler>, url: string): Handler | undefined =>
	routes[url] ?? Object.entries(routes).find(([path]) => path.endsWith("/") && url.startsWith(path))?.[1];
