import { system } from "@/server/kernel/actor";
import { systemNow } from "@/server/kernel/clock";
import { commonRefusals, Refusal } from "@/server/kernel/errors";
import { kitId } from "@/server/kernel/ids";
import { type Ctx, createCtx } from "@/server/platform/context";
import { demoMode } from "@/server/platform/env";
import { log, withLogContext } from "@/server/platform/log";
import { faultOfMessage } from "@/server/platform/signed-messages";
import { renderAcceptanceForm } from "./adapters/acceptance-form";
import { bakerySettings } from "./adapters/cookie-baker";
import { acceptSandboxCookie, sandboxCookieRequest } from "./adapters/cookie-baker-sandbox";
import { receiveCookie } from "./commands/receive-cookie";
import { cookieDelivery } from "./contracts";
import { getAcceptanceForm } from "./queries/get-acceptance-form";

/** The acceptance form of a kit, to be printed. Throws refusals; the mount answers them. */
export async function acceptanceForm(ctx: Ctx, id: string): Promise<Response> {
	if (ctx.actor.kind === "visitor") throw commonRefusals.because("sign_in_first");
	const parsed = kitId.safeParse(id);
	if (!parsed.success) throw commonRefusals.because("not_found");
	const form = await getAcceptanceForm(ctx, { kitId: parsed.data });
	return new Response(await renderAcceptanceForm(form), {
		headers: {
			"content-type": "application/pdf",
			"content-disposition": `inline; filename="acceptance-${form.orderNumber}.pdf"`,
			"cache-control": "private, no-store",
			"x-content-type-options": "nosniff",
		},
	});
}

/** `POST /api/webhooks/cookie-baker`: the contractor says that a cookie is here. */
export const cookieBakerWebhook = (request: Request): Promise<Response> =>
	signedMessage("supplies/cookie-baker", request, async (ctx, content) => {
		const delivery = cookieDelivery.safeParse(content);
		if (!delivery.success) return fault(400, "malformed");
		await receiveCookie(ctx, delivery.data);
		return Response.json({ received: true });
	});

/** `POST /api/sandbox/cookie-baker/cookies`: the contractor of demo mode takes an order. */
export async function cookieBakerSandbox(request: Request): Promise<Response> {
	if (!demoMode()) return fault(404, "not_found");
	return signedMessage("sandbox/cookie-baker", request, async (ctx, content) => {
		const order = sandboxCookieRequest.safeParse(content);
		if (!order.success || request.headers.get("idempotency-key") !== order.data.order) return fault(400, "malformed");
		return Response.json(await acceptSandboxCookie(ctx, order.data), { status: 202 });
	});
}

const MAX_BODY = 10_000;

/** Reads a message that only the holder of the contractor's secret can have written, a moment ago. */
async function signedMessage(
	name: string,
	request: Request,
	work: (ctx: Ctx, content: unknown) => Promise<Response>,
): Promise<Response> {
	const settings = bakerySettings();
	if (!settings) return fault(404, "not_found");
	const body = await readBody(request);
	if (body === null) return fault(413, "too_large");
	const wrong = faultOfMessage({ body, headers: request.headers }, settings.secret, systemNow());
	if (wrong) return fault(401, wrong);
	const ctx = createCtx({ actor: system(name) });
	return withLogContext({ requestId: ctx.requestId }, async () => {
		try {
			return await work(ctx, parsedJson(body));
		} catch (error) {
			if (error instanceof Refusal) return fault(error.status === "NOT_FOUND" ? 404 : 409, error.code);
			log.error({ err: error }, `${name} failed`);
			return fault(500, "internal");
		}
	});
}

/** The announced length may be a lie, so the stream itself is counted. Null when it is too long. */
async function readBody(request: Request): Promise<string | null> {
	const decoder = new TextDecoder();
	let text = "";
	let size = 0;
	for await (const chunk of request.body ?? []) {
		size += chunk.byteLength;
		if (size > MAX_BODY) return null;
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

const fault = (status: number, error: string): Response => Response.json({ error }, { status });
