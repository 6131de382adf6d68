import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { sandboxTransfers } from "@/db/schema/billing-transfers";
import { sandboxTransferAccepted } from "@/server/events/catalog/billing";
import { publish } from "@/server/events/publish";
import { after, hours, minutes, systemNow } from "@/server/kernel/clock";
import { commonRefusals } from "@/server/kernel/errors";
import { fingerprint } from "@/server/kernel/idempotency";
import { type TransferId, transferId } from "@/server/kernel/ids";
import { line } from "@/server/kernel/text";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { env } from "@/server/platform/env";
import { signMessage } from "@/server/platform/signed-messages";
import type { GoldHatSettings, TransferNews } from "./gold-hat";

export const sandboxTransferOrder = z.object({
	id: transferId,
	account: line(40),
	amount: z.string().regex(/^\d{1,15}\.\d\d$/),
	currency: line(8),
	reference: line(80),
});
type Order = z.output<typeof sandboxTransferOrder>;

/**
 * How the sandbox treats a transfer, told by a word in the account: `GH-REJECT-1` is rejected. REFUSE: at once. SLOW: it
 * answers when nobody listens any more. EARLY: the webhook comes before the answer. LOST: the first request never arrives.
 * TWICE, LATE, NEVER: so often, or a day later, the webhook comes.
 */
const words = ["REJECT", "REFUSE", "SLOW", "EARLY", "LOST", "TWICE", "LATE", "NEVER"] as const;

/** How long the sandbox thinks, in business time, so that the time machine moves it. */
const DECIDES_AFTER_MS = minutes(5);
const LATER_MS = hours(26);
/** In system time: so often the adapter's patience, and so long. */
const SLOW = 1.2;
const EARLY_MS = 500;

export type Taken = "taken" | "lost" | "refused";

/** Takes a transfer: the same id again is the same transfer, another content under it is refused. */
export async function takeSandboxTransfer(ctx: Ctx, order: Order): Promise<Taken> {
	const told = (word: (typeof words)[number]) => order.account.split("-").includes(word);
	if (told("REFUSE")) return "refused";
	const taken = await withTransaction(ctx, async (tx) => {
		const kept = await keep(tx, order, told("LOST"));
		if (kept !== "new") return kept;
		const now = tx.clock.now();
		const decidesAt = told("EARLY") ? now : after(now, DECIDES_AFTER_MS);
		const tells = told("NEVER") ? [] : told("TWICE") ? [0, 0] : told("LATE") ? [LATER_MS] : [0];
		await publish(tx, sandboxTransferAccepted, {
			transferId: order.id,
			reason: told("REJECT") ? "The account is closed" : null,
			decidesAt: decidesAt.toISOString(),
			tellsAt: tells.map((ms) => after(decidesAt, ms).toISOString()),
		});
		return kept;
	});
	if (told("SLOW")) await sleep(SLOW * env().GOLD_HAT_PATIENCE_MS);
	if (told("EARLY")) await sleep(EARLY_MS);
	return taken === "lost" ? "lost" : "taken";
}

async function keep(tx: TxCtx, order: Order, loses: boolean): Promise<"new" | "known" | "lost"> {
	const row = { id: order.id, fingerprint: fingerprint(order), takenAt: tx.clock.now() };
	const status = loses ? ("lost" as const) : ("pending" as const);
	const [kept] = await tx.db
		.insert(sandboxTransfers)
		.values({ ...row, status })
		.onConflictDoNothing()
		.returning();
	if (kept) return loses ? "lost" : "new";
	const [known] = await tx.db.select().from(sandboxTransfers).where(eq(sandboxTransfers.id, order.id)).for("update");
	if (known?.fingerprint !== row.fingerprint) throw commonRefusals.because("idempotency_key_reused");
	if (known.status !== "lost") return "known";
	await tx.db.update(sandboxTransfers).set({ status: "pending" }).where(eq(sandboxTransfers.id, order.id));
	return "new";
}

/** What the sandbox knows of a transfer. */
export async function askSandbox(ctx: Ctx, id: TransferId): Promise<TransferNews | null> {
	const [known] = await ctx.db.select().from(sandboxTransfers).where(eq(sandboxTransfers.id, id));
	if (!known || known.status === "lost") return null;
	return known.status === "rejected" ? { status: known.status, reason: known.reason ?? "" } : { status: known.status };
}

/** The sandbox makes up its mind. */
export async function decideSandboxTransfer(ctx: Ctx, id: TransferId, reason: string | null): Promise<void> {
	const status = reason === null ? "completed" : "rejected";
	await ctx.db.update(sandboxTransfers).set({ status, reason }).where(eq(sandboxTransfers.id, id));
}

/** The sandbox tells our webhook, as Gold Hat would. Throws when the message was not taken. */
export async function tellOfSandboxTransfer({ secret }: GoldHatSettings, id: TransferId, reason: string | null) {
	const news = reason === null ? { status: "completed" } : { status: "rejected", reason };
	const body = JSON.stringify({ transferId: id, ...news });
	const response = await fetch(new URL("/api/webhooks/gold-hat", env().APP_URL), {
		method: "POST",
		headers: { "content-type": "application/json", ...signMessage(body, secret, systemNow()) },
		body,
		signal: AbortSignal.timeout(10_000),
	});
	await response.body?.cancel();
	if (!response.ok) throw new Error(`the webhook answered ${response.status}`);
}
