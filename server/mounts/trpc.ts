import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { toTrpcError } from "@/server/trpc/errors";
import { createRequestCtx } from "@/server/trpc/request-context";
import { appRouter } from "@/server/trpc/root";

/** Inputs are small; photos travel by their own route. */
const MAX_BODY = 1_000_000;

export async function handleTrpc(request: Request): Promise<Response> {
	if (isForeign(request)) return new Response("cross-site request refused", { status: 403 });
	if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY) {
		return new Response("request body too large", { status: 413 });
	}
	return fetchRequestHandler({
		endpoint: "/api/trpc",
		req: request,
		router: appRouter,
		createContext: ({ req, resHeaders }) =>
			createRequestCtx(req.headers, resHeaders).catch((error) => {
				throw toTrpcError(error);
			}),
		maxBatchSize: 20,
	});
}

/** Browsers say where a request comes from; another site's page has no business here. */
const isForeign = (request: Request): boolean => request.headers.get("sec-fetch-site") === "cross-site";
