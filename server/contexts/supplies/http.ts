import { commonRefusals } from "@/server/kernel/errors";
import { kitId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { demoMode } from "@/server/platform/env";
import { answerSigned, fault } from "@/server/platform/signed-requests";
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

const secretOfBaker = () => bakerySettings()?.secret ?? null;

/** `POST /api/webhooks/cookie-baker`: the contractor says that a cookie is here. */
export const cookieBakerWebhook = (request: Request): Promise<Response> =>
	answerSigned("supplies/cookie-baker", request, secretOfBaker(), async (ctx, content) => {
		const delivery = cookieDelivery.safeParse(content);
		if (!delivery.success) return fault(400, "malformed");
		await receiveCookie(ctx, delivery.data);
		return Response.json({ received: true });
	});

/** `POST /api/sandbox/cookie-baker/cookies`: the contractor of demo mode takes an order. */
export async function cookieBakerSandbox(request: Request): Promise<Response> {
	if (!demoMode()) return fault(404, "not_found");
	return answerSigned("sandbox/cookie-baker", request, secretOfBaker(), async (ctx, content) => {
		const order = sandboxCookieRequest.safeParse(content);
		if (!order.success || request.headers.get("idempotency-key") !== order.data.order) return fault(400, "malformed");
		return Response.json(await acceptSandboxCookie(ctx, order.data), { status: 202 });
	});
}
