import type { RefusalDetails } from "@/server/kernel/errors";
import type { FileId } from "@/server/kernel/ids";
import { RefusedRequest } from "../query/refusal";

type Upload = {
	photo: Blob;
	/** The same for every attempt with this photo, so that it is stored once. */
	idempotencyKey: string;
	/** Where photos of this kind are taken in, unless at the usual place. */
	to?: string;
	/** From 0 to 1. */
	onProgress: (share: number) => void;
	/** Takes the attempt back. */
	signal?: AbortSignal;
};

/**
 * Sends a photo to the server. Rejects as a procedure does: with what was refused, or with a TypeError when no answer came.
 * `XMLHttpRequest`, because `fetch` does not tell how much of a body has been sent.
 */
export function uploadPhoto({ photo, idempotencyKey, onProgress, signal, to = "/api/files" }: Upload): Promise<FileId> {
	const form = new FormData();
	form.set("idempotencyKey", idempotencyKey);
	form.set("file", photo);
	return new Promise((resolve, reject) => {
		const request = new XMLHttpRequest();
		const cut = () => reject(new TypeError("no answer to the upload"));
		request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
		request.onload = () => {
			const answer = read(request.responseText);
			if (isStored(answer)) resolve(answer.fileId);
			else reject(refusalOf(request.status, answer));
		};
		request.onerror = cut;
		request.ontimeout = cut;
		request.onabort = cut;
		signal?.addEventListener("abort", () => request.abort());
		request.open("POST", to);
		request.send(form);
	});
}

type Refused = { refusal: { code: string; details: RefusalDetails } };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

// By hand: a schema's library is three times what the whole page of a job weighs.
const isStored = (answer: unknown): answer is { fileId: FileId } =>
	isObject(answer) && typeof answer.fileId === "string" && /^[0-9a-f-]{36}$/.test(answer.fileId);

const isRefused = (answer: unknown): answer is Refused =>
	isObject(answer) &&
	isObject(answer.refusal) &&
	typeof answer.refusal.code === "string" &&
	isObject(answer.refusal.details);

const refusalOf = (httpStatus: number, answer: unknown): RefusedRequest =>
	new RefusedRequest({ httpStatus, refusal: isRefused(answer) ? answer.refusal : null });

/** What stands between here and the server may answer with a page of its own. */
function read(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
