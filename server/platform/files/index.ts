import { createHash } from "node:crypto";
import { and, count, eq } from "drizzle-orm";
import { files } from "@/db/schema/platform";
import { type Actor, actorRef } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import { type FileId, newId } from "@/server/kernel/ids";
import type { Ctx, TxCtx } from "../context";
import { reencodeImage } from "../images";
import { log } from "../log";
import { fileRefusals } from "./refusals";
import { fileStore } from "./store";

export { fileRefusals } from "./refusals";

export type StoredFile = typeof files.$inferSelect;

/**
 * Takes in a picture that a person sent. The bytes are on the store before the row is written, so that a file that is known
 * is there. The same key again gives the same file; the same key with another picture is refused.
 */
export async function receiveImage(
	ctx: Ctx,
	{ source, idempotencyKey }: { source: Buffer; idempotencyKey: string },
): Promise<{ fileId: FileId }> {
	const uploadedBy = ownerOf(ctx.actor);
	const sourceHash = createHash("sha256").update(source).digest("base64url");
	const earlier = await findUpload(ctx, uploadedBy, idempotencyKey);
	if (earlier) return sameUpload(earlier, sourceHash);

	const image = await reencodeImage(source);
	const id = newId<FileId>();
	await putBytes(id, image.bytes, image.mime);
	const { mime, width, height } = image;
	const [stored] = await ctx.db
		.insert(files)
		.values({ id, uploadedBy, idempotencyKey, sourceHash, mime, width, height, bytes: image.bytes.byteLength })
		.onConflictDoNothing()
		.returning();
	if (stored) return { fileId: id };

	await fileStore().remove(id);
	const winner = await findUpload(ctx, uploadedBy, idempotencyKey);
	if (!winner) throw fileRefusals.because("unknown");
	return sameUpload(winner, sourceHash);
}

/**
 * Makes an uploaded file part of something, in the transaction that makes that thing. Only the person who uploaded it may,
 * or the house; a file that is part of something else is refused, of the same thing again is fine.
 */
export async function claimFile(
	tx: TxCtx,
	{ fileId, context, subject }: { fileId: FileId; context: string; subject: string },
): Promise<void> {
	const [file] = await tx.db.select().from(files).where(eq(files.id, fileId)).for("update");
	const mine = tx.actor.kind === "system" || file?.uploadedBy === ownerOf(tx.actor);
	if (!file || !mine) throw fileRefusals.because("unknown");
	if (file.context === context && file.subject === subject) return;
	if (file.context !== null) throw fileRefusals.because("already_used");
	await tx.db.update(files).set({ context, subject }).where(eq(files.id, fileId));
}

type HandOn = { fileId: FileId; context: string; from: string; to: string };

/** What a context has claimed for one thing becomes part of another thing of the same context. */
export async function handOnFile(tx: TxCtx, { fileId, context, from, to }: HandOn): Promise<void> {
	const mine = and(eq(files.id, fileId), eq(files.context, context), eq(files.subject, from));
	const [handed] = await tx.db.update(files).set({ subject: to }).where(mine).returning({ id: files.id });
	if (!handed) throw fileRefusals.because("unknown");
}

/** Forgets a file for good: the bytes first, so that what is left halfway is found and forgotten again. */
export async function forgetFile(ctx: Ctx, fileId: FileId): Promise<void> {
	await fileStore().remove(fileId);
	await ctx.db.delete(files).where(eq(files.id, fileId));
}

/** The same for all that somebody has uploaded. */
export async function forgetFilesOf(ctx: Ctx, uploadedBy: string): Promise<void> {
	const rows = await ctx.db.select({ id: files.id }).from(files).where(eq(files.uploadedBy, uploadedBy));
	for (const { id } of rows) await forgetFile(ctx, id);
}

export async function findFile(ctx: Ctx, fileId: FileId): Promise<StoredFile | null> {
	const [file] = await ctx.db.select().from(files).where(eq(files.id, fileId));
	return file ?? null;
}

export const readFileBytes = (file: StoredFile): Promise<Uint8Array | null> => fileStore().get(file.id);

/** Who uploaded: an account, or the house in the demo. A visitor sends no files. */
export function ownerOf(actor: Actor): string {
	if (actor.kind === "visitor") throw commonRefusals.because("sign_in_first");
	const { kind, id } = actorRef(actor);
	return `${kind}:${id}`;
}

/** How many pictures this actor has sent, for whoever sets a limit. */
export async function countUploads(ctx: Ctx): Promise<number> {
	const [row] = await ctx.db
		.select({ count: count() })
		.from(files)
		.where(eq(files.uploadedBy, ownerOf(ctx.actor)));
	return row?.count ?? 0;
}

async function findUpload(ctx: Ctx, uploadedBy: string, key: string): Promise<StoredFile | undefined> {
	const upload = and(eq(files.uploadedBy, uploadedBy), eq(files.idempotencyKey, key));
	const [file] = await ctx.db.select().from(files).where(upload);
	return file;
}

function sameUpload(file: StoredFile, sourceHash: string): { fileId: FileId } {
	if (file.sourceHash !== sourceHash) throw commonRefusals.because("idempotency_key_reused");
	return { fileId: file.id };
}

async function putBytes(id: FileId, bytes: Uint8Array, mime: string): Promise<void> {
	try {
		await fileStore().put(id, bytes, mime);
	} catch (error) {
		log.error({ err: error, fileId: id }, "the file store refused a file");
		throw fileRefusals.because("no_room");
	}
}
