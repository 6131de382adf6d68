import { and, eq, lt } from "drizzle-orm";
import { transferEvents, transfers } from "@/db/schema/billing-transfers";
import { after, days } from "@/server/kernel/clock";
import type { TransferId } from "@/server/kernel/ids";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { type GoldHat, goldHat, goldHatSettings, type TransferNews, TransferRefused } from "../adapters/gold-hat";
import { payoutNumber } from "../domain/payout";
import { decimal, isDecided } from "../domain/transfer";
import { noteTransfer } from "./note-transfer";
import { isContradicted } from "./open-transfer";
import { decideTransfer, lockTransfer, settleTransfer } from "./settle-transfer";

type Transfer = typeof transfers.$inferSelect;
type Status = Transfer["status"];

/**
 * Brings a transfer on: sends it when it was never sent; when it was, asks what became of it, and sends it again, under the
 * same key, only where Gold Hat has never heard of it. Every word goes on record; the calls are made outside of any
 * transaction. Gives how the transfer stands then.
 */
export async function followTransfer(
	ctx: Ctx,
	{ transferId }: { transferId: TransferId },
): Promise<{ status: Status }> {
	const settings = goldHatSettings();
	const { transfer, number, isFirst, isHeld } = await claim(ctx, transferId);
	if (!settings || isDecided(transfer.status) || isHeld) return { status: transfer.status };
	const service = goldHat(settings);
	try {
		const news = isFirst ? null : await service.ask(transferId);
		if (news) await take(ctx, transfer, news);
		else if (isFirst || (await maySendAgain(ctx, transferId))) await send(ctx, service, transfer, number);
	} catch (error) {
		if (error instanceof TransferRefused) await refuse(ctx, transferId, { isFirst, reason: error.reason });
		else await change(ctx, transferId, (tx) => noteTransfer(tx, transferId, "unanswered", wordsOf(error)));
	}
	const [now] = await ctx.db.select().from(transfers).where(eq(transfers.id, transferId));
	return { status: now?.status ?? transfer.status };
}

/**
 * From here on it may have been sent. Whoever comes second, or after a cut, has to ask. One that was not sent yet is held while
 * Gold Hat contradicts itself about the payout.
 */
const claim = (ctx: Ctx, id: TransferId) =>
	withTransaction(ctx, async (tx) => {
		const { payout, transfer } = await lockTransfer(tx, id);
		const isFirst = transfer.status === "requested";
		const isHeld = isFirst && (await isContradicted(tx, payout.id));
		if (isFirst && !isHeld && goldHatSettings()) {
			await tx.db.update(transfers).set({ status: "sending" }).where(eq(transfers.id, id));
			await noteTransfer(tx, id, "sent");
		}
		return { transfer, isFirst, isHeld, number: payoutNumber(payout.year, payout.sequence) };
	});

/**
 * Gold Hat has never heard of it. What was decided while it was asked, or has become doubtful, is not sent again; what is doubtful
 * and still unheard of there a day later is on its way no more.
 */
const maySendAgain = (ctx: Ctx, id: TransferId): Promise<boolean> =>
	change(ctx, id, async (tx, { status, payoutId, requestedAt }) => {
		if (isDecided(status)) return false;
		const isDoubtful = await isContradicted(tx, payoutId);
		if (isDoubtful && requestedAt < after(tx.clock.now(), -days(1))) {
			await decideTransfer(tx, id, { status: "rejected", reason: "it never arrived there" });
		} else if (!isDoubtful) await noteTransfer(tx, id, "unknown-there");
		return !isDoubtful;
	});

/**
 * A refusal is final while it was sent once. Sent again, it may be refused because what was sent first has arrived after all:
 * then only asking tells. A day after the first such refusal nothing is on its way any more: what is still unheard of there, and
 * refused once more, is rejected.
 */
const refuse = (ctx: Ctx, id: TransferId, { isFirst, reason }: { isFirst: boolean; reason: string }): Promise<void> =>
	change(ctx, id, async (tx, { status }) => {
		const noted = (what: "unknown-there" | "refused-again") =>
			and(eq(transferEvents.transferId, id), eq(transferEvents.what, what));
		const isOnlyOne = isFirst && (await tx.db.$count(transferEvents, noted("unknown-there"))) === 0;
		const ago = lt(transferEvents.at, after(tx.clock.now(), -days(1)));
		const isOld = (await tx.db.$count(transferEvents, and(noted("refused-again"), ago))) > 0;
		if (isOnlyOne || (isOld && status === "sending")) await decideTransfer(tx, id, { status: "rejected", reason });
		else await noteTransfer(tx, id, "refused-again", reason);
	});

async function take(ctx: Ctx, { id }: Transfer, news: TransferNews): Promise<void> {
	if (news.status === "pending") return accept(ctx, id);
	await settleTransfer(ctx, id, news);
}

async function send(ctx: Ctx, service: GoldHat, { id, account, amount, currency }: Transfer, number: string) {
	await service.transfer({ id, account, amount: decimal(amount), currency, reference: number });
	await accept(ctx, id);
}

const accept = (ctx: Ctx, id: TransferId): Promise<void> =>
	change(ctx, id, async (tx, { status }) => {
		if (status !== "sending") return;
		await tx.db.update(transfers).set({ status: "accepted" }).where(eq(transfers.id, id));
		await noteTransfer(tx, id, "accepted");
	});

const change = <Result>(
	ctx: Ctx,
	id: TransferId,
	work: (tx: TxCtx, transfer: Transfer) => Promise<Result>,
): Promise<Result> =>
	withTransaction(ctx, async (tx) => {
		const { payout, transfer } = await lockTransfer(tx, id);
		const result = await work(tx, transfer);
		await announce(tx, { context: "billing", subject: payout.id, audiences: [] });
		return result;
	});

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
