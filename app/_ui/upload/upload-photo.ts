import "../without-eval";
import { z } from "zod";
import { type FileId, fileId } from "@/server/kernel/ids";
import { RefusedRequest } from "../query/refusal";

type Upload = {
	photo: Blob;
	/** The same for every attempt with this photo, so that it is stored once. */
	idempotencyKey: string;
	/** From 0 to 1. */
	onProgress: (share: number) => void;
	/** Takes the attempt back. */
	signal?: AbortSignal;
};

const stored = z.object({ fileId });
const refused = z.object({
	refusal: z.object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) }),
});

/**
 * Sends a photo to the server. Rejects as a procedure does: with what was refused, or with a TypeError when no answer came.
 * `XMLHttpRequest`, because `fetch` does not tell how much of a body has been sent.
 */
export function uploadPhoto({ photo, idempotencyKey, onProgress, signal }: Upload): Promise<FileId> {
	const form = new FormData();
	form.set("idempotencyKey", idempotencyKey);
	form.set("file", photo);
	return new Promise((resolve, reject) => {
		const request = new XMLHttpRequest();
		const cut = () => reject(new TypeError("no answer to the upload"));
		request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
		request.onload = () => {
			const answer = read(request.responseText);
			const done = stored.safeParse(answer);
			if (done.success) resolve(done.data.fileId);
			else reject(refusalOf(request.status, answer));
		};
		request.onerror = cut;
		request.ontimeout = cut;
		request.onabort = cut;
		signal?.addEventListener("abort", () => request.abort());
		request.open("POST", "/api/files");
		request.send(form);
	});
}

function refusalOf(httpStatus: number, answer: unknown): RefusedRequest {
	const { data } = refused.safeParse(answer);
	return new RefusedRequest({ httpStatus, refusal: data?.refusal ?? null });
}

/** What stands between here and the server may answer with a page of its own. */
function read(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
