import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { readAtMost } from "@/server/platform/read-body";
import { toTrpcError } from "@/server/trpc/errors";
import { createRequestCtx } from "@/server/trpc/request-context";
import { appRouter } from "@/server/trpc/root";
import { isForeign } from "./requests";

/** Inputs are small; photos travel by their own route. */
const MAX_BODY = 1_000_000;

export async function handleTrpc(request: Request): Promise<Response> {
	if (isForeign(request)) return new Response("cross-site request refused", { status: 403 });
	const req = await boundedRequest(request);
	if (!req) return new Response("request body too large", { status: 413 });
	return fetchRequestHandler({
		endpoint: "/api/trpc",
		req,
		router: appRouter,
		createContext: ({ req, resHeaders }) =>
			createRequestCtx(req.headers, resHeaders).catch((error) => {
				throw toTrpcError(error);
			}),
		responseMeta: () => ({ headers: { "cache-control": "private, no-store" } }),
		maxBatchSize: 20,
	});
}

/** The request with a body that is known not to be too long. A length that was announced holds: Node.js reads no further. */
async function boundedRequest(request: Request): Promise<Request | null> {
	const announced = request.headers.get("content-length");
	if (!request.body || (announced !== null && Number(announced) <= MAX_BODY)) return request;
	const body = await readAtMost(request, MAX_BODY);
	const { url, method, headers, signal } = request;
	return body && new Request(url, { method, headers, signal, body });
}
