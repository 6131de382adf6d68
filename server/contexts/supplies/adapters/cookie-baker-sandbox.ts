import { createHash } from "node:crypto";
import { z } from "zod";
import { sandboxCookieAccepted } from "@/server/events/catalog/supplies";
import { publish } from "@/server/events/publish";
import { after, minutes, systemNow } from "@/server/kernel/clock";
import { type OrderId, orderId } from "@/server/kernel/ids";
import { line } from "@/server/kernel/text";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { env } from "@/server/platform/env";
import { once } from "@/server/platform/once";
import { signMessage } from "@/server/platform/signed-messages";
import type { BakerySettings } from "./cookie-baker";

/** How long the sandbox bakes, in minutes of business time, so that the time machine moves it. */
const BAKING_MINUTES = 10;

export const sandboxCookieRequest = z.object({ order: orderId, name: line(200), language: z.enum(["en", "ru"]) });

/**
 * The sandbox takes an order: the same key gives the same cookie, another content under it is refused. What it has taken is
 * baked by a background function, which survives a restart.
 */
export async function acceptSandboxCookie(
	ctx: Ctx,
	request: z.output<typeof sandboxCookieRequest>,
): Promise<{ reference: string; expectedInMinutes: number }> {
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "supplies.sandbox-cookie", key: request.order, input: request }, async () => {
			const reference = referenceOf(request.order);
			const readyAt = after(tx.clock.now(), minutes(BAKING_MINUTES)).toISOString();
			await publish(tx, sandboxCookieAccepted, { order: request.order, reference, readyAt });
			return { reference, expectedInMinutes: BAKING_MINUTES };
		}),
	);
}

/** The sandbox tells our webhook, as the contractor would. Throws when the message was not taken. */
export async function deliverSandboxCookie(
	{ secret }: BakerySettings,
	cookie: { order: OrderId; reference: string },
): Promise<void> {
	const body = JSON.stringify({ ...cookie, status: "delivered" });
	const response = await fetch(new URL("/api/webhooks/cookie-baker", env().APP_URL), {
		method: "POST",
		headers: { "content-type": "application/json", ...signMessage(body, secret, systemNow()) },
		body,
		signal: AbortSignal.timeout(10_000),
	});
	await response.body?.cancel();
	if (!response.ok) throw new Error(`the webhook answered ${response.status}`);
}

/** Every other cookie is announced twice, as messages of real contractors sometimes are. */
export const isAnnouncedTwice = (reference: string): boolean => /[02468ace]$/.test(reference);

const referenceOf = (order: OrderId): string =>
	`cookie-${createHash("sha256").update(order).digest("hex").slice(0, 12)}`;
