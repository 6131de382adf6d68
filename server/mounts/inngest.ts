import { serve } from "inngest/edge";
import { embedded, inngest } from "@/server/inngest/client";
import { functions } from "@/server/inngest/functions";
import { env } from "@/server/platform/env";

type Handler = (request: Request) => Promise<Response>;

let handler: Handler | undefined;

/**
 * Where Inngest calls the background functions, proven by its signature. With the embedded engine there are no keys and so no
 * signatures: then the route is not there, but in development, where the engine itself calls it to run the code as last saved.
 */
export async function handleInngest(request: Request): Promise<Response> {
	if (embedded() && process.env.NODE_ENV !== "development") return new Response("not found", { status: 404 });
	handler ??= serve({ client: inngest, functions, serveOrigin: env().APP_URL, enableUnauthedSync: embedded() });
	return handler(request);
}
