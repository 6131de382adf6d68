import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { eq, sql } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applicationDuplicates, applications, formMinutes, rawPhotos } from "@/db/schema/hiring-applications";
import { messages } from "@/db/schema/notifications";
import { writeFormCounts } from "@/server/contexts/hiring/commands/count-form";
import { ofAddress } from "@/server/contexts/hiring/commands/take-form";
import { aForm } from "@/server/contexts/hiring/testing";
import { startTestEngine } from "@/server/engine/testing";
import { functions } from "@/server/inngest/functions";
import { newId } from "@/server/kernel/ids";
import { createCtx } from "@/server/platform/context";
import { findFile } from "@/server/platform/files";
import { takeOne } from "@/server/platform/rate-limits";
import { handleApply, handleApplyOpening } from "./apply";

const ctx = createCtx();
let engine: Awaited<ReturnType<typeof startTestEngine>>;
beforeAll(async () => {
	engine = await startTestEngine(functions);
});
afterAll(() => engine.stop());

let host = 1;
/** Another visitor each time, unless one is named. */
const anAddress = () => `198.51.${Math.floor(host / 250)}.${(host++ % 250) + 1}`;
const at = (address: string) => ({ "x-forwarded-for": address, "sec-fetch-site": "same-origin" });
const url = "http://localhost:3000/api/apply";

async function aProof(): Promise<string> {
	const answer = await handleApplyOpening(new Request(url, { headers: at(anAddress()) }));
	const { challenge } = await answer.json();
	const solution = await solveChallenge({ challenge, deriveKey });
	return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}

type Sent = { form?: unknown; photo?: Buffer; proof?: string | null; address?: string };

async function send({ form = aForm(), photo, proof = null, address = anAddress() }: Sent): Promise<Response> {
	const body = new FormData();
	body.set("form", JSON.stringify(form));
	if (photo) body.set("photo", new Blob([new Uint8Array(photo)], { type: "image/jpeg" }), "me.jpg");
	const headers = { ...at(address), ...(proof && { "x-proof": proof }) };
	return handleApply(new Request(url, { method: "POST", body, headers }));
}
const refusal = async (answer: Response) => [answer.status, (await answer.json()).refusal?.code];
const applied = (email: string) => ctx.db.select().from(applications).where(eq(applications.email, email));
const aPhoto = () =>
	sharp({ create: { width: 60, height: 40, channels: 3, background: "#d97706" } })
		.jpeg()
		.toBuffer();

describe("applying on the public site", () => {
	it("says what is open, without being kept by anybody", async () => {
		const answer = await handleApplyOpening(new Request(url, { headers: at(anAddress()) }));
		expect(answer.headers.get("cache-control")).toBe("no-store");
		expect((await answer.json()).vacancies).toContainEqual(expect.objectContaining({ name: expect.anything() }));
	});

	it("takes form and photo; the photo is made safe and a mail confirms it afterwards", async () => {
		const form = aForm();
		expect((await send({ form, photo: await aPhoto(), proof: await aProof() })).status).toBe(201);
		await engine.settle();
		const [application] = await applied(form.email);
		if (!application?.photoId) throw new Error("there is no photo");
		expect(await findFile(ctx, application.photoId)).toMatchObject({
			...{ mime: "image/webp", context: "hiring", subject: `application:${application.id}` },
		});
		expect(await ctx.db.$count(rawPhotos, eq(rawPhotos.applicationId, application.id))).toBe(0);
		const post = await ctx.db.select().from(messages).where(eq(messages.email, form.email));
		expect(post).toMatchObject([{ template: "application-received", accountId: null, locale: "ru" }]);
		expect(post[0]?.html).toContain("/ru/application/");
	});

	it("throws away what is no photo and keeps the application", async () => {
		const form = aForm();
		const photo = Buffer.from("<svg onload=alert(1)>");
		expect((await send({ form, photo, proof: await aProof() })).status).toBe(201);
		await engine.settle();
		expect(await applied(form.email)).toMatchObject([{ photoId: null, state: "applied" }]);
	});

	it("recognises who applies again, for the office; the candidate hears nothing of it", async () => {
		const [first, second] = [
			aForm({ name: "Mrs Whiskers", phone: "+79123456789" }),
			aForm({ name: "Whiskers", phone: "+79123456789" }),
		];
		await send({ form: first, proof: await aProof() });
		const answer = await send({ form: second, proof: await aProof() });
		expect(await answer.json()).toEqual({ outcome: "taken" });
		await engine.settle();
		const [[earlier], [later]] = [await applied(first.email), await applied(second.email)];
		const found = await ctx.db
			.select()
			.from(applicationDuplicates)
			.where(eq(applicationDuplicates.applicationId, later?.id ?? newId()));
		expect(found).toMatchObject([{ earlierId: earlier?.id, reasons: ["phone"] }]);
	});
});

describe("what the form refuses", () => {
	it("no proof, a wrong one, and one that was used, before it reads anything", async () => {
		expect(await refusal(await send({}))).toEqual([403, "applications.proof_missing"]);
		expect(await refusal(await send({ proof: "e30=" }))).toEqual([403, "applications.proof_wrong"]);
		const proof = await aProof();
		const form = aForm();
		expect((await send({ form, proof })).status).toBe(201);
		expect((await send({ form, proof })).status).toBe(201);
		expect(await applied(form.email)).toHaveLength(1);
		expect(await refusal(await send({ proof }))).toEqual([403, "applications.proof_wrong"]);
	});

	it("a body that is too large, and one that is no form", async () => {
		const large = Buffer.alloc(1_600_000);
		expect(await refusal(await send({ photo: large, proof: await aProof() }))).toEqual([413, "applications.too_large"]);
		const halves: unknown[] = [{ ...aForm(), consent: false }, { ...aForm(), age: -1 }, "meow", null];
		const proof = await aProof();
		for (const form of halves) {
			expect(await refusal(await send({ form, proof }))).toEqual([400, "applications.malformed"]);
		}
	});

	it("a page of another site", async () => {
		const headers = { ...at(anAddress()), "sec-fetch-site": "cross-site", "x-proof": await aProof() };
		const answer = await handleApply(new Request(url, { method: "POST", body: "{}", headers }));
		expect(answer.status).toBe(403);
	});

	it("more than ten applications of one address at once, and tells when it goes on", async () => {
		const address = anAddress();
		for (let sent = 0; sent < 10; sent++) expect(takeOne(ofAddress, address, new Date())).toBeNull();
		const answer = await send({ proof: await aProof(), address });
		expect([answer.status, await answer.json()]).toMatchObject([
			429,
			{ refusal: { code: "applications.too_many", details: { seconds: expect.any(Number) } } },
		]);
	});

	it("and counts what it refused, by the minute", async () => {
		await send({});
		await writeFormCounts();
		const [counted] = await ctx.db
			.select({ count: sql<number>`sum(${formMinutes.count})::int` })
			.from(formMinutes)
			.where(eq(formMinutes.outcome, "proof_missing"));
		expect(counted?.count).toBeGreaterThanOrEqual(1);
	});
});
