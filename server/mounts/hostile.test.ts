import { crc32 } from "node:zlib";
import sharp from "sharp";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { fingerprint } from "@/db/testing/fingerprint";
import { aServiceTypeInput } from "@/server/contexts/ordering/testing";
import { newId } from "@/server/kernel/ids";
import { createCtx } from "@/server/platform/context";
import { handleDownload, handleUpload } from "./files";
import { handleLive } from "./live";
import { type SignedIn, someone } from "./testing";
import { handleTrpc } from "./trpc";

const ctx = createCtx();
let manager: SignedIn;
beforeAll(async () => {
	manager = await someone(ctx, "manager", "client", "warehouse");
});

const API = "http://localhost:3000/api/trpc";
const define = `${API}/ordering.defineServiceType`;
const wellFormed = () =>
	JSON.stringify({ json: { ...aServiceTypeInput(), basePrice: "10000" }, meta: { values: { basePrice: ["bigint"] } } });

type Sent = { headers?: Record<string, string>; body?: BodyInit; method?: string };

const send = async (url: string, { headers, ...rest }: Sent = {}) => {
	const request = new Request(url, {
		method: "POST",
		...rest,
		headers: { cookie: manager.cookie, "content-type": "application/json", ...headers },
		...(rest.body instanceof ReadableStream && { duplex: "half" }),
	} as RequestInit);
	const response = await handleTrpc(request);
	return { status: response.status, text: await response.text(), headers: response.headers };
};

/** Refused for what it is, with nothing about the inside of the house, and nothing has changed. */
async function refused(url: string, sent: Sent = {}): Promise<number> {
	const before = await fingerprint();
	const { status, text } = await send(url, sent);
	expect([400, 401, 403, 404, 405, 409, 413, 415, 207], text.slice(0, 300)).toContain(status);
	expect(text).not.toMatch(/INTERNAL_SERVER_ERROR|node_modules|\.ts:\d|select |insert /i);
	expect(await fingerprint()).toEqual(before);
	return status;
}

/** Bytes without an announced length, as long as somebody reads. */
const endless = () => {
	let sent = 0;
	return {
		sent: () => sent,
		body: new ReadableStream<Uint8Array>({
			pull(controller) {
				sent += 64_000;
				if (sent > 40_000_000) controller.close();
				else controller.enqueue(new Uint8Array(64_000).fill(32));
			},
		}),
	};
};

describe("another site's page", () => {
	it.each([
		["as its browser says", { "sec-fetch-site": "cross-site" }],
		["beside us, on another port or another subdomain", { "sec-fetch-site": "same-site" }],
		["in a browser that says only the origin", { origin: "https://evil.example" }],
		["that has no origin", { origin: "null" }],
	])("can change nothing with our visitor's session, %s", async (_who, headers: Record<string, string>) => {
		expect(await refused(define, { headers, body: wellFormed() })).toBe(403);
		const form = new FormData();
		form.set("idempotencyKey", newId<string>());
		form.set("file", new Blob(["x"]));
		const request = { method: "POST", headers: { cookie: manager.cookie, ...headers }, body: form };
		expect((await handleUpload(new Request("http://localhost:3000/api/files", request))).status).toBe(403);
	});

	it.each([
		"text/plain",
		"application/x-www-form-urlencoded",
		"multipart/form-data; boundary=x",
		"application/octet-stream",
	])("can't send a plain form of %s", async (type) => {
		await refused(define, { headers: { "content-type": type }, body: wellFormed() });
	});

	it("can't change anything by a link or a picture", async () => {
		const query = new URLSearchParams({ input: wellFormed() });
		const request = new Request(`${define}?${query}`, { headers: { cookie: manager.cookie } });
		expect((await handleTrpc(request)).status).toBe(405);
	});

	it("our own pages can", async () => {
		const ours: Record<string, string>[] = [
			{ "sec-fetch-site": "same-origin" },
			{ origin: "http://localhost:3000" },
			{ origin: "http://192.168.1.9:3000", host: "192.168.1.9:3000" },
			{},
		];
		for (const headers of ours) {
			expect((await send(define, { headers, body: wellFormed() })).status).toBe(200);
		}
	});
});

describe("a request that is no request", () => {
	it.each([
		["no JSON", "{"],
		["nothing", ""],
		["null", "null"],
		["a number", "5"],
		["an array where an object is due", "[]"],
		["without the envelope", JSON.stringify({ serviceTypeId: null })],
		[
			"a class that nobody has",
			JSON.stringify({ json: { name: {} }, meta: { values: { name: [["class", "Process"]] } } }),
		],
		["a symbol", JSON.stringify({ json: { name: "x" }, meta: { values: { name: [["symbol", "iterator"]] } } })],
		["annotations that are none", JSON.stringify({ json: {}, meta: { values: { a: ["?"], b: [[]] } } })],
		["annotations of what is not there", JSON.stringify({ json: {}, meta: { values: { "a.b.c": ["Date"] } } })],
		[
			"a bigint that is none",
			JSON.stringify({ json: { basePrice: "x" }, meta: { values: { basePrice: ["bigint"] } } }),
		],
		[
			"an expression that never ends",
			JSON.stringify({ json: { name: "/(a+)+$/" }, meta: { values: { name: ["regexp"] } } }),
		],
		["a prototype", '{"json":{"__proto__":{"admin":true}},"meta":{"values":{"__proto__.x":["Date"]}}}'],
		["a prototype by reference", '{"json":{},"meta":{"referentialEqualities":{"":["__proto__.polluted"]}}}'],
		["a thing within itself", '{"json":{"a":{}},"meta":{"referentialEqualities":{"a":["a.a"]}}}'],
		["arrays as deep as a body may be", `{"json":${"[".repeat(400_000)}${"]".repeat(400_000)}}`],
		["an annotation as deep", `{"json":{},"meta":{"values":${'{"a":['.repeat(50_000)}${"]}".repeat(50_000)}}}`],
	])("%s", async (_what, body) => {
		await refused(define, { body });
		expect(({} as { admin?: true; polluted?: true }).admin ?? ({} as { polluted?: true }).polluted).toBeUndefined();
	});

	it.each([
		"__proto__",
		"constructor",
		"toString",
		"ordering",
		"ordering.__proto__",
		"ordering.getOrder.call",
		"%00",
		"a,b,c",
	])("a procedure called %s", async (path) => {
		expect(await refused(`${API}/${path}`, { body: "{}" })).toBe(404);
	});

	it("a batch of hundreds", async () => {
		const paths = Array.from({ length: 300 }, () => "identity.me").join(",");
		const answer = await handleTrpc(
			new Request(`${API}/${paths}?batch=1&input=%7B%7D`, { headers: { cookie: manager.cookie } }),
		);
		expect(answer.status).toBe(400);
	});

	it("a batch whose inputs are numbered oddly", async () => {
		const body = '{"__proto__":{"json":{}},"-1":{"json":{}},"1e3":{"json":{}},"length":9}';
		await refused(`${API}/ordering.defineZone,ordering.placeOrder?batch=1`, { body });
	});

	it("a body larger than any input, announced or not, is not read to its end", async () => {
		expect(await refused(define, { body: " ".repeat(1_500_000), headers: { "content-length": "1500000" } })).toBe(413);
		const { body, sent } = endless();
		expect(await refused(define, { body })).toBe(413);
		expect(sent()).toBeLessThan(3_000_000);
	});
});

describe("who one is", () => {
	const me = async (cookie: string) => {
		const response = await handleTrpc(new Request(`${API}/identity.me`, { headers: { cookie } }));
		return [response.status, (await response.json()).result?.data.json ?? null];
	};

	it("is told by nothing but a token that we gave", async () => {
		const token = manager.cookie.slice(manager.cookie.indexOf("=") + 1);
		const forged = [
			`authjs.session-token=${manager.person.accountId}`,
			`authjs.session-token=${token.slice(0, -1)}`,
			`authjs.session-token=${token.toUpperCase()}`,
			`authjs.session-token=' or 1=1 --`,
			`authjs.session-token=${"x".repeat(8000)}`,
			"authjs.session-token=",
			"authjs.session-token",
			`__Host-authjs.session-token=${token}`,
			"; ; =;authjs.session-token=%00",
		];
		expect(await me(manager.cookie)).toEqual([200, expect.objectContaining({ name: "Murka" })]);
		for (const cookie of forged) expect(await me(cookie), cookie.slice(0, 60)).toEqual([200, null]);
	});

	it("and from where one comes may be any lie, which breaks nothing", async () => {
		for (const lie of ["'; drop table accounts; --", "x".repeat(8000), "\u00ff\u00fe", ",,,", "::1%lo"]) {
			expect((await send(define, { headers: { "x-forwarded-for": lie }, body: wellFormed() })).status).toBe(200);
		}
	});

	it("answers about people are kept by no cache on the way", async () => {
		const answer = await handleTrpc(new Request(`${API}/identity.me`, { headers: { cookie: manager.cookie } }));
		expect(answer.headers.get("cache-control")).toBe("private, no-store");
	});
});

describe("the stream of changes", () => {
	const listen = async (lastSeen: string) => {
		const headers = { cookie: manager.cookie, "last-event-id": lastSeen };
		const reader = (await handleLive(new Request("http://localhost:3000/api/live", { headers }))).body?.getReader();
		let text = "";
		for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
			text += new TextDecoder().decode(piece.value);
			if (/data: \{"context/.test(text)) break;
		}
		await reader?.cancel();
		return text;
	};

	it.each(["5:3:", "0:0:", "99999999999999999999:99999999999999999999:", "1:9:8,2", "9:9:1", "'; select 1 --"])(
		"resumed at %s, which never was a place in it, says that everything may have changed",
		async (lastSeen) => {
			expect(await listen(lastSeen)).toContain('data: {"context":"*","id":""}');
		},
	);
});

describe("a picture that is none", () => {
	const upload = async (source: Buffer | string, name = "cat.jpg", type = "image/jpeg") => {
		const form = new FormData();
		form.set("idempotencyKey", newId<string>());
		form.set("file", new Blob([new Uint8Array(Buffer.from(source))], { type }), name);
		const request = { method: "POST", headers: { cookie: manager.cookie }, body: form };
		return handleUpload(new Request("http://localhost:3000/api/files", request));
	};
	const jpeg = (width: number, height: number) =>
		sharp({ create: { width, height, channels: 3, background: "#c98b4b" } })
			.jpeg()
			.toBuffer();

	const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inside}</svg>`;
	it.each([
		["a page", "<!doctype html><script>alert(1)</script>"],
		["a drawing", svg("<script>alert(1)</script>")],
		["a drawing that reads our files", svg('<image href="file:///etc/passwd" width="9" height="9"/>')],
		[
			"a drawing that grows",
			`<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${svg("&b;")}`,
		],
		["a moving picture", Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64")],
		["a document", "%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj"],
		["the beginning of a picture", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70])],
		["nothing", ""],
	])("%s is refused, whatever it is called", async (_what, source) => {
		const before = await fingerprint();
		expect((await upload(source)).status).toBe(415);
		expect(await fingerprint()).toEqual(before);
	});

	it("a picture that unpacks to more than we have room for is refused", async () => {
		const bomb = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#fff" } })
			.png()
			.toBuffer();
		bomb.writeUInt32BE(60_000, 16);
		bomb.writeUInt32BE(60_000, 20);
		bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
		expect((await sharp(bomb, { limitInputPixels: false }).metadata()).width).toBe(60_000);
		expect((await upload(bomb, "cat.png", "image/png")).status).toBe(415);
	});

	it("a picture with a page hidden in it comes back as a picture alone", async () => {
		const polyglot = Buffer.concat([await jpeg(40, 30), Buffer.from("<script>alert(document.cookie)</script>")]);
		const answer = await upload(polyglot, "cat.jpg.html", "text/html");
		expect(answer.status).toBe(201);
		const { fileId } = await answer.json();
		const request = new Request(`http://localhost:3000/api/files/${fileId}`, { headers: { cookie: manager.cookie } });
		const kept = await handleDownload(request, fileId);
		expect(Object.fromEntries(kept.headers)).toMatchObject({
			"content-type": "image/webp",
			"x-content-type-options": "nosniff",
			"content-security-policy": "default-src 'none'; sandbox",
		});
		expect(Buffer.from(await kept.arrayBuffer()).toString("latin1")).not.toContain("script");
	});

	it.each(["..%2f..%2fsecrets.json", "%00", "../../etc/passwd", newId<string>(), "x".repeat(5000)])(
		"no file is called %s",
		async (id) => {
			const request = new Request("http://localhost:3000/api/files/x", { headers: { cookie: manager.cookie } });
			expect((await handleDownload(request, decodeURIComponent(id))).status).toBe(404);
		},
	);

	it("an upload without an end is not read to it", async () => {
		const { body, sent } = endless();
		const headers = { cookie: manager.cookie, "content-type": "multipart/form-data; boundary=x" };
		const request = new Request("http://localhost:3000/api/files", {
			method: "POST",
			headers,
			body,
			duplex: "half",
		} as RequestInit);
		expect((await handleUpload(request)).status).toBe(413);
		expect(sent()).toBeLessThan(20_000_000);
	});

	it("many at once wait for each other, and all are answered", async () => {
		const sources = await Promise.all(Array.from({ length: 12 }, (_, at) => jpeg(900 + at, 900)));
		const answers = await Promise.all(sources.map((source) => upload(source)));
		expect(answers.map(({ status }) => status)).toEqual(sources.map(() => 201));
	}, 30_000);
});

vi.setConfig({ testTimeout: 30_000 });
