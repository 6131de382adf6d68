import { z } from "zod";
import { maySeeFile as maySeeJobPhoto } from "@/server/contexts/execution";
import { maySeeFile as maySeeFace } from "@/server/contexts/hiring";
import { asCandidate, demandRoomForPhoto } from "@/server/contexts/hiring/http";
import { holds } from "@/server/kernel/actor";
import { commonRefusals, Refusal, type RefusalStatus } from "@/server/kernel/errors";
import { fileId, newId } from "@/server/kernel/ids";
import { idempotencyKey } from "@/server/kernel/text";
import type { Ctx } from "@/server/platform/context";
import { databaseIsAway } from "@/server/platform/database";
import { fileRefusals, findFile, ownerOf, readFileBytes, receiveImage, type StoredFile } from "@/server/platform/files";
import { MAX_IMAGE_BYTES } from "@/server/platform/images";
import { log, withLogContext } from "@/server/platform/log";
import { demandRate } from "@/server/platform/rate-limits";
import { readAtMost } from "@/server/platform/read-body";
import { createRequestCtx } from "@/server/trpc/request-context";
import { isForeign } from "./requests";

/** Room for the form around the picture. */
const MAX_BODY = MAX_IMAGE_BYTES + 10_000;

const uploadForm = z.object({ idempotencyKey, file: z.instanceof(Blob) });

/** A worker sends two photos a job; what was taken without signal comes all at once. */
const uploads = { name: "uploads of an account", burst: 60, perMinute: 20 };
const uploadsOfAddress = { name: "uploads of an address", burst: 300, perMinute: 100 };

/** Each context decides who may see what it has claimed. */
const maySee: Record<string, (ctx: Ctx, subject: string) => Promise<boolean>> = {
	execution: maySeeJobPhoto,
	hiring: maySeeFace,
};

/** `POST /api/files`: a picture in a form. Answers `{ fileId }`. */
export const handleUpload = (request: Request): Promise<Response> =>
	answering(request, async (ctx) => {
		demandRate(uploads, ownerOf(ctx.actor), ctx.clock.systemNow());
		demandRate(uploadsOfAddress, ctx.address, ctx.clock.systemNow());
		const source = await readUpload(request);
		const { fileId: id } = await receiveImage(ctx, source);
		return Response.json({ fileId: id }, { status: 201 });
	});

/** `POST /api/files/assessment/<token>`: a candidate's picture, for an answer. */
export const handleCandidateUpload = (request: Request, token: string): Promise<Response> =>
	answering(request, async (ctx) => {
		const candidate = await asCandidate(ctx, token);
		await demandRoomForPhoto(candidate);
		const { fileId: id } = await receiveImage(candidate, await readUpload(request));
		return Response.json({ fileId: id }, { status: 201 });
	});

/** `GET /api/files/assessment/<token>/<id>`: what was sent by that link, and nothing else. */
export const handleCandidateDownload = (request: Request, token: string, id: string): Promise<Response> =>
	answering(request, async (ctx) => {
		const parsed = fileId.safeParse(id);
		const candidate = await asCandidate(ctx, token);
		const file = parsed.success ? await findFile(ctx, parsed.data) : null;
		if (file?.uploadedBy !== ownerOf(candidate.actor)) throw fileRefusals.because("unknown");
		return bytesOf(file);
	});

/** `GET /api/files/<id>`: to those who may see it; to all others it does not exist. */
export const handleDownload = (request: Request, id: string): Promise<Response> =>
	answering(request, async (ctx) => {
		const parsed = fileId.safeParse(id);
		const file = parsed.success ? await findFile(ctx, parsed.data) : null;
		if (!file || !(await visible(ctx, file))) throw fileRefusals.because("unknown");
		return bytesOf(file);
	});

async function bytesOf(file: StoredFile): Promise<Response> {
	const bytes = await readFileBytes(file);
	if (!bytes) throw fileRefusals.because("unknown");
	return new Response(new Uint8Array(bytes), {
		headers: {
			"content-type": file.mime,
			"content-disposition": "inline",
			"cache-control": "private, max-age=86400, immutable",
			"content-security-policy": "default-src 'none'; sandbox",
			"x-content-type-options": "nosniff",
		},
	});
}

async function visible(ctx: Ctx, file: StoredFile): Promise<boolean> {
	if (ctx.actor.kind === "visitor") return false;
	if (file.uploadedBy === ownerOf(ctx.actor) || holds(ctx.actor, "manager")) return true;
	if (!file.context || !file.subject) return false;
	return (await maySee[file.context]?.(ctx, file.subject)) ?? false;
}

async function readUpload(request: Request): Promise<{ source: Buffer; idempotencyKey: string }> {
	const body = await readAtMost(request, MAX_BODY);
	if (!body) throw fileRefusals.because("too_large", { megabytes: MAX_IMAGE_BYTES / 1_000_000 });
	const form = await new Response(body, { headers: { "content-type": request.headers.get("content-type") ?? "" } })
		.formData()
		.catch(() => null);
	const parsed = uploadForm.safeParse(form && Object.fromEntries(form));
	if (!parsed.success) throw fileRefusals.because("not_a_picture");
	const { file, idempotencyKey: key } = parsed.data;
	return { source: Buffer.from(await file.arrayBuffer()), idempotencyKey: key };
}

const httpStatus: Record<RefusalStatus, number> = {
	BAD_REQUEST: 400,
	UNAUTHORIZED: 401,
	FORBIDDEN: 403,
	NOT_FOUND: 404,
	CONFLICT: 409,
	PRECONDITION_FAILED: 412,
	PAYLOAD_TOO_LARGE: 413,
	UNSUPPORTED_MEDIA_TYPE: 415,
	TOO_MANY_REQUESTS: 429,
	SERVICE_UNAVAILABLE: 503,
};

/** Answers a request in the name of whoever sends it, refusals and faults in one form. */
export async function answering(
	request: Request,
	work: (ctx: Ctx) => Promise<Response>,
	contextOf: (headers: Headers) => Promise<Ctx> = createRequestCtx,
): Promise<Response> {
	if (isForeign(request)) return refused(commonRefusals.because("not_allowed"));
	const requestId = newId<string>();
	return withLogContext({ requestId }, async () => {
		try {
			return await work({ ...(await contextOf(request.headers)), requestId });
		} catch (error) {
			if (error instanceof Refusal) return refused(error);
			log.error({ err: error }, "file request failed");
			if (databaseIsAway(error)) return refused(commonRefusals.because("unavailable"));
			return Response.json({ error: "internal", requestId }, { status: 500 });
		}
	});
}

export const refused = ({ code, status, details }: Refusal): Response =>
	Response.json({ refusal: { code, details } }, { status: httpStatus[status] });
