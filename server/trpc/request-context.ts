import { randomUUID } from "node:crypto";
import { findSession } from "@/server/contexts/identity";
import { visitor } from "@/server/kernel/actor";
import { createCtx } from "@/server/platform/context";
import type { RequestCtx } from "./init";
import { readSessionToken } from "./session-cookie";

/** The address that the proxy in front of us has seen; what stands before it in the header anybody may have written. */
const addressIn = (headers: Headers): string | null =>
	headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? null;

/** For what everybody may do unseen: nobody is looked up. */
export const createVisitorCtx = async (headers: Headers): Promise<RequestCtx> =>
	createCtx({ actor: visitor, requestId: randomUUID(), address: addressIn(headers) });

/** Who is asking, told by the session cookie alone. */
export async function createRequestCtx(headers: Headers, responseHeaders?: Headers): Promise<RequestCtx> {
	const ctx = createCtx({
		actor: visitor,
		requestId: randomUUID(),
		address: addressIn(headers),
	});
	const token = readSessionToken(headers);
	const session = token ? await findSession(ctx, token) : null;
	return { ...ctx, actor: session?.person ?? visitor, responseHeaders, sessionToken: session ? token : null };
}
