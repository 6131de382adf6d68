import sharp from "sharp";
import superjson from "superjson";

/** Somebody who calls procedures without a browser. */
export type Caller = { url: string; cookie: string };

/** A procedure said no, and why. */
export class Refused extends Error {
	constructor(
		readonly path: string,
		readonly status: number,
		readonly code: string,
		readonly details: Record<string, string | number>,
	) {
		super(`${path}: ${status} ${code}`);
		this.name = "Refused";
	}
}

export async function signedIn(url: string, persona: string): Promise<Caller> {
	const response = await fetch(`${url}/api/trpc/demo.signInAs`, requestOf({ persona }, ""));
	const [cookie] = response.headers.getSetCookie();
	if (!cookie) throw new Error(`nobody can be ${persona}: ${await response.text()}`);
	return { url, cookie: cookie.slice(0, cookie.indexOf(";")) };
}

/** Calls a procedure that changes something. Throws what `fetch` throws when nobody answers. */
export async function tell<Answer>({ url, cookie }: Caller, path: string, input: unknown): Promise<Answer> {
	return answerOf(path, await fetch(`${url}/api/trpc/${path}`, requestOf(input, cookie)));
}

export async function ask<Answer>({ url, cookie }: Caller, path: string, input?: unknown): Promise<Answer> {
	const query = new URLSearchParams({ input: JSON.stringify(superjson.serialize(input)) });
	return answerOf(path, await fetch(`${url}/api/trpc/${path}?${query}`, { headers: { cookie } }));
}

const requestOf = (input: unknown, cookie: string) => ({
	method: "POST",
	headers: { cookie, "content-type": "application/json" },
	body: JSON.stringify(superjson.serialize(input)),
});

async function answerOf<Answer>(path: string, response: Response): Promise<Answer> {
	const { result, error } = await response.json();
	if (response.ok) return superjson.deserialize(result.data);
	const { code, refusal } = superjson.deserialize<{ data: { code: string; refusal: Refusal | null } }>(error).data;
	throw new Refused(path, response.status, refusal?.code ?? code, refusal?.details ?? {});
}
type Refusal = { code: string; details: Record<string, string | number> };

const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: "#c98b4b" } })
	.jpeg()
	.toBuffer();

/** A photo, sent once under its key however often it is sent. */
export async function upload({ url, cookie }: Caller, idempotencyKey: string): Promise<string> {
	const form = new FormData();
	form.set("idempotencyKey", idempotencyKey);
	form.set("file", new Blob([new Uint8Array(await picture)], { type: "image/jpeg" }), "photo.jpg");
	const response = await fetch(`${url}/api/files`, { method: "POST", headers: { cookie }, body: form });
	if (!response.ok) throw new Refused("files", response.status, await response.text(), {});
	return (await response.json()).fileId;
}
