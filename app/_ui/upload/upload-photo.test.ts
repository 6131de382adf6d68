import { afterEach, describe, expect, it, vi } from "vitest";
import { newId } from "@/server/kernel/ids";
import { troubleOf } from "../query/refusal";
import { uploadPhoto } from "./upload-photo";

/** What the network does with a request. */
type Fate = (request: FakeRequest) => void;

class FakeRequest {
	static fate: Fate = () => undefined;
	static sent: { method: string; url: string; form: FormData }[] = [];
	upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
	onload?: () => void;
	onerror?: () => void;
	onabort?: () => void;
	status = 0;
	responseText = "";
	private place = { method: "", url: "" };
	open(method: string, url: string) {
		this.place = { method, url };
	}
	send(form: FormData) {
		FakeRequest.sent.push({ ...this.place, form });
		FakeRequest.fate(this);
	}
	abort() {
		this.onabort?.();
	}
	answer(status: number, body: string) {
		this.status = status;
		this.responseText = body;
		this.onload?.();
	}
}

function upload(fate: Fate, signal?: AbortSignal) {
	FakeRequest.fate = fate;
	FakeRequest.sent = [];
	vi.stubGlobal("XMLHttpRequest", FakeRequest);
	const progress: number[] = [];
	const idempotencyKey = newId<string>();
	const photo = new Blob(["a photo"], { type: "image/jpeg" });
	const done = uploadPhoto({ photo, idempotencyKey, onProgress: (share) => progress.push(share), signal });
	return { done, progress, idempotencyKey };
}

const troubleWith = (fate: Fate) => upload(fate).done.then(() => null, troubleOf);

afterEach(() => vi.unstubAllGlobals());

describe("sending a photo", () => {
	it("tells how far it is and gives the stored file", async () => {
		const fileId = newId<string>();
		const { done, progress, idempotencyKey } = upload((request) => {
			request.upload.onprogress?.({ loaded: 250, total: 1000 });
			request.upload.onprogress?.({ loaded: 1000, total: 1000 });
			request.answer(201, JSON.stringify({ fileId }));
		});
		expect(await done).toBe(fileId);
		expect(progress).toEqual([0.25, 1]);
		const [sent] = FakeRequest.sent;
		expect(sent).toMatchObject({ method: "POST", url: "/api/files" });
		expect(sent?.form.get("idempotencyKey")).toBe(idempotencyKey);
		expect(sent?.form.get("file")).toBeInstanceOf(Blob);
	});

	it("fails as a procedure does with what the server refused", async () => {
		const refusal = { code: "files.too_large", details: { megabytes: 15 } };
		expect(await troubleWith((request) => request.answer(413, JSON.stringify({ refusal })))).toEqual({
			kind: "refusal",
			...refusal,
		});
	});

	it.each([
		["an answer that is no JSON", (request: FakeRequest) => request.answer(502, "<html>Bad gateway</html>")],
		["an error of the server", (request: FakeRequest) => request.answer(500, '{"error":"internal"}')],
		["a success without a file", (request: FakeRequest) => request.answer(200, "{}")],
	])("fails as unexpected with %s", async (_what, fate) => {
		expect(await troubleWith(fate)).toEqual({ kind: "generic", reason: "unexpected" });
	});

	it("says that there is no network when no answer comes", async () => {
		expect(await troubleWith((request) => request.onerror?.())).toEqual({ kind: "generic", reason: "no_network" });
	});

	it("can be taken back", async () => {
		const taken = new AbortController();
		const { done } = upload(() => taken.abort(), taken.signal);
		await expect(done).rejects.toBeInstanceOf(TypeError);
	});
});
