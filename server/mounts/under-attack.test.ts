import http from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { outbox } from "@/db/schema/events";
import { applications, formMinutes, rawPhotos } from "@/db/schema/hiring-applications";
import { writeFormCounts } from "@/server/contexts/hiring/commands/count-form";
import { aForm } from "@/server/contexts/hiring/testing";
import { createCtx } from "@/server/platform/context";
import { standBefore } from "@/server/platform/front-door";
import { issueChallenge } from "@/server/platform/proof-of-work";
import { guards, handleApply } from "./apply";

const ctx = createCtx();
const LONG_AGO = new Date("2026-01-01T00:00:00Z");
const header = (proof: object) => Buffer.from(JSON.stringify(proof)).toString("base64");
const notWorkedFor = { counter: 7, derivedKey: `000${"a".repeat(61)}` };

type Served = { url: string; reached: () => number; stop: () => Promise<void> };

/** A server with the guards before it, and the form's handler where the framework would be. */
async function serve(handle: typeof handleApply, guarding: typeof guards): Promise<Served> {
	let reached = 0;
	const server = http.createServer(async (incoming, outgoing) => {
		reached += 1;
		const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
		const body = Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
		const answer = await handle(
			new Request(`http://door${incoming.url}`, { method: "POST", headers, body, duplex: "half" } as RequestInit),
		);
		outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
	});
	standBefore(server, guarding);
	await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/apply`,
		reached: () => reached,
		stop: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}

let served: Served;
beforeAll(async () => {
	served = await serve(handleApply, guards);
});
afterAll(() => served.stop());

let host = 1;
async function send(given: { proof?: string; form?: object; photo?: Blob; url?: string }): Promise<[number, string]> {
	const { proof, form = aForm(), photo, url = served.url } = given;
	const body = new FormData();
	body.set("form", JSON.stringify(form));
	if (photo) body.set("photo", photo, "photo.jpg");
	const headers = { "x-forwarded-for": `192.0.2.${host++}`, ...(proof && { "x-proof": proof }) };
	const answer = await fetch(url, { method: "POST", body, headers });
	const told = await answer.json();
	return [answer.status, told.refusal?.code ?? told.outcome];
}

async function aProof(): Promise<string> {
	const challenge = await issueChallenge("apply", new Date());
	return header({ challenge, solution: await solveChallenge({ challenge, deriveKey }) });
}

const written = async () => ({
	applications: await ctx.db.$count(applications),
	photos: await ctx.db.$count(rawPhotos),
	events: await ctx.db.$count(outbox),
});

describe("junk on the public form", () => {
	it("is turned away at the front door by its head alone, each kind by its name, and nothing is written but counts", async () => {
		const before = await written();
		const kinds: [proof: string | undefined, code: string][] = [
			[undefined, "applications.proof_missing"],
			["e30=", "applications.proof_wrong"],
			[
				header({ challenge: await issueChallenge("apply", new Date()), solution: notWorkedFor }),
				"applications.proof_wrong",
			],
			[
				header({ challenge: await issueChallenge("other", new Date()), solution: notWorkedFor }),
				"applications.proof_wrong",
			],
			[
				header({ challenge: await issueChallenge("apply", LONG_AGO), solution: notWorkedFor }),
				"applications.proof_expired",
			],
		];
		for (const [proof, code] of kinds) {
			const answers = await Promise.all(Array.from({ length: 10 }, () => send({ ...(proof && { proof }) })));
			expect(answers).toEqual(Array(10).fill([403, code]));
		}
		expect(served.reached()).toBe(0);
		expect(await written()).toEqual(before);
		await writeFormCounts();
		expect(await ctx.db.$count(formMinutes, eq(formMinutes.outcome, "proof_expired"))).toBeGreaterThan(0);
	});

	it("that comes drop by drop or never ends is answered at once, and its line cut", async () => {
		const cut = await new Promise<number | undefined>((done) => {
			const request = http.request(served.url, { method: "POST" }, (answer) => {
				answer.resume();
				const pour = setInterval(() => request.write(Buffer.alloc(100_000)), 1);
				request.once("close", () => clearInterval(pour));
				request.once("close", () => done(answer.statusCode));
			});
			request.on("error", () => {}); // the cut line, which is what is waited for
			request.write("x");
		});
		expect(cut).toBe(403);
	});
});

describe("a proof of work", () => {
	it("brings one application, with one insert and one event, whatever instance it is sent to again", async () => {
		const proof = await aProof();
		const form = aForm();
		const before = await written();
		expect(await send({ proof, form, photo: new Blob(["not looked at"]) })).toEqual([201, "taken"]);
		const after = await written();
		expect(after).toEqual({
			...{ applications: before.applications + 1, photos: before.photos + 1, events: before.events + 1 },
		});
		const other = await anotherInstance();
		expect(await send({ proof, url: other.url })).toEqual([403, "applications.proof_wrong"]);
		expect(await send({ proof, form, url: other.url })).toEqual([201, "taken"]);
		expect(await written()).toEqual(after);
		await other.stop();
	});

	it("that is sent over and over with bad bodies is spent", async () => {
		const proof = await aProof();
		const answers = [];
		for (let time = 0; time < 6; time++) answers.push(await send({ proof, form: { meow: true } }));
		expect(answers.map(([status]) => status)).toEqual([400, 400, 400, 400, 400, 429]);
	});
});

/** The same code once more, remembering nothing of what the first has seen. */
async function anotherInstance(): Promise<Served> {
	vi.resetModules();
	const remembered = Object.getOwnPropertySymbols(globalThis).filter(({ description }) =>
		/^make-cats-free\/(rate-limits|apply-waiting-room|form-outcomes)$/.test(description ?? ""),
	);
	for (const symbol of remembered) Reflect.deleteProperty(globalThis, symbol);
	const mount = await import("./apply");
	const { closeDatabase } = await import("@/db/client");
	const other = await serve(mount.handleApply, mount.guards);
	return { ...other, stop: () => other.stop().then(closeDatabase) };
}

it("a guard knows who asks: by the proxy's word, and by the connection where no proxy has written it", async () => {
	const echo = { "POST /api/apply": async (headers: Headers) => Response.json(headers.get("x-forwarded-for")) };
	const door = await serve(handleApply, echo);
	const told = async (headers: Record<string, string>) => (await fetch(door.url, { method: "POST", headers })).json();
	expect(await told({})).toBe("127.0.0.1");
	expect(await told({ "x-forwarded-for": "198.51.100.7" })).toBe("198.51.100.7");
	await door.stop();
});
