import { system } from "@/server/kernel/actor";
import { systemNow } from "@/server/kernel/clock";
import { Refusal } from "@/server/kernel/errors";
import { type Ctx, createCtx } from "./context";
import { log, withLogContext } from "./log";
import { faultOfMessage } from "./signed-messages";

/** So many bytes of a message are read, unless its service is known to say more. */
const MOST = 10_000;

type Work = (ctx: Ctx, content: unknown) => Promise<Response>;

/**
 * Answers a request of an outside service that only the holder of the secret can have written, a moment ago. `work` acts as
 * the service and is given the body as JSON, undefined where it is none. Without a secret there is no such service: 404.
 */
export async function answerSigned(
	name: string,
	request: Request,
	secret: string | null,
	work: Work,
): Promise<Response> {
	if (secret === null) return fault(404, "not_found");
	return answerRequest(name, request, async (ctx, body) => {
		const wrong = faultOfMessage({ body, headers: request.headers }, secret, systemNow());
		return wrong ? fault(401, wrong) : work(ctx, parsedJson(body));
	});
}

/** The same for a service that signs in its own way: `work` is given the body as text, and sees to the signature itself. */
export async function answerRequest(
	name: string,
	request: Request,
	work: (ctx: Ctx, body: string) => Promise<Response>,
	most = MOST,
): Promise<Response> {
	const body = await readBody(request, most);
	if (body === null) return fault(413, "too_large");
	const ctx = createCtx({ actor: system(name) });
	return withLogContext({ requestId: ctx.requestId }, async () => {
		try {
			return await work(ctx, body);
		} catch (error) {
			if (error instanceof Refusal) return fault(error.status === "NOT_FOUND" ? 404 : 409, error.code);
			log.error({ err: error }, `${name} failed`);
			return fault(500, "internal");
		}
	});
}

/** The announced length may be a lie, so the stream itself is counted. Null when it is too long. */
async function readBody(request: Request, most: number): Promise<string | null> {
	const decoder = new TextDecoder();
	let text = "";
	let size = 0;
	for await (const chunk of request.body ?? []) {
		size += chunk.byteLength;
		if (size > most) return null;
		text += decoder.decode(chunk, { stream: true });
	}
	return text + decoder.decode();
}

function parsedJson(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}

/** A clear error for a machine. */
export const fault = (status: number, error: string): Response => Response.json({ error }, { status });
