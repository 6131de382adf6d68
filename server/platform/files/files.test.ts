import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { files } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { type FileId, newId } from "@/server/kernel/ids";
import { actingAs, createCtx } from "../context";
import { withTransaction } from "../database";
import { createDiskStore } from "./disk";
import type { FileStore } from "./file-store";
import { claimFile, findFile, readFileBytes, receiveImage } from "./index";
import { createS3Store } from "./s3";
import { startS3Double } from "./testing";

const murka = actingAs(createCtx(), aPerson("worker"));
const barsik = actingAs(createCtx(), aPerson("worker"));

const picture = (width = 40, height = 30) =>
	sharp({ create: { width, height, channels: 3, background: "#d97706" } })
		.withExif({ IFD0: { Artist: "Murka's secret address" } })
		.jpeg()
		.toBuffer();

const receive = (source: Buffer, idempotencyKey = randomUUID(), ctx = murka) =>
	receiveImage(ctx, { source, idempotencyKey });

const claim = (ctx: typeof murka, fileId: FileId, subject = "order:1") =>
	withTransaction(ctx, (tx) => claimFile(tx, { fileId, context: "execution", subject }));

describe("a photo", () => {
	it("is kept as a picture of our own making, without the metadata it came with", async () => {
		const source = await picture(4000, 1000);
		expect(source.toString("latin1")).toContain("secret address");
		const { fileId } = await receive(source);
		const file = await findFile(murka, fileId);
		if (!file) throw new Error("the file is not there");
		expect(file).toMatchObject({ mime: "image/webp", width: 2048, height: 512, context: null });
		const bytes = Buffer.from((await readFileBytes(file)) ?? []);
		expect(bytes.byteLength).toBe(file.bytes);
		expect(bytes.toString("latin1")).not.toContain("secret address");
		const { format, exif } = await sharp(bytes).metadata();
		expect({ format, exif }).toEqual({ format: "webp", exif: undefined });
	});

	it("is turned upright", async () => {
		const lying = await sharp({ create: { width: 40, height: 20, channels: 3, background: "red" } })
			.withMetadata({ orientation: 6 })
			.jpeg()
			.toBuffer();
		const { fileId } = await receive(lying);
		expect(await findFile(murka, fileId)).toMatchObject({ width: 20, height: 40 });
	});

	it("sent again with the same key is the same file, ten times at once included", async () => {
		const source = await picture();
		const key = randomUUID();
		const answers = await Promise.all(Array.from({ length: 10 }, () => receive(source, key)));
		expect(new Set(answers.map(({ fileId }) => fileId)).size).toBe(1);
		expect(await receive(source, key)).toEqual(answers[0]);
		const rows = await murka.db.select().from(files).where(eq(files.idempotencyKey, key));
		expect(rows).toHaveLength(1);
	});

	it("of another content under the same key is refused", async () => {
		const key = randomUUID();
		await receive(await picture(), key);
		await expect(receive(await picture(41), key)).rejects.toMatchObject({ code: "common.idempotency_key_reused" });
	});
});

describe("what is no photo", () => {
	const svg = Buffer.from(
		'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
	);
	/** A small file that says it has 900 million pixels. */
	const bomb = async () => {
		const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } })
			.png()
			.toBuffer();
		png.writeUInt32BE(30_000, 16);
		png.writeUInt32BE(30_000, 20);
		return png;
	};

	it.each<[string, () => Buffer | Promise<Buffer>]>([
		["nothing", () => Buffer.alloc(0)],
		["text", () => Buffer.from("I am a cat.jpg")],
		["an SVG with a script", () => svg],
		["half a picture", async () => (await picture()).subarray(0, 200)],
		["a picture that unpacks to far too many pixels", bomb],
	])("is refused: %s", async (_, source) => {
		await expect(receive(await source())).rejects.toMatchObject({ code: "files.not_a_picture" });
	});

	it("is refused when it is too large, before it is looked at", async () => {
		await expect(receive(Buffer.alloc(15_000_001))).rejects.toMatchObject({ code: "files.too_large" });
	});
});

describe("a claim", () => {
	it("makes the file part of one thing; again the same is fine, another thing is refused", async () => {
		const { fileId } = await receive(await picture());
		await claim(murka, fileId);
		await claim(murka, fileId);
		await expect(claim(murka, fileId, "order:2")).rejects.toMatchObject({ code: "files.already_used" });
		expect(await findFile(murka, fileId)).toMatchObject({ context: "execution", subject: "order:1" });
	});

	it("is for whoever uploaded it, and for the house", async () => {
		const { fileId } = await receive(await picture());
		await expect(claim(barsik, fileId)).rejects.toMatchObject({ code: "files.unknown" });
		await expect(claim(murka, newId())).rejects.toMatchObject({ code: "files.unknown" });
		await claim(createCtx(), fileId);
	});

	it("by two at once succeeds for one", async () => {
		const { fileId } = await receive(await picture());
		const results = await Promise.allSettled([claim(murka, fileId, "order:a"), claim(murka, fileId, "order:b")]);
		expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
	});
});

describe.each(["disk", "S3"])("the store on %s", (kind) => {
	const folder = mkdtempSync(path.join(tmpdir(), "mcf-files-"));
	let s3: Awaited<ReturnType<typeof startS3Double>>;
	let store: FileStore;
	beforeAll(async () => {
		s3 = await startS3Double();
		const bucket = { region: "here", bucket: "photos", accessKeyId: "key", secretAccessKey: "secret" };
		store = kind === "disk" ? createDiskStore(folder) : createS3Store({ endpoint: s3.endpoint, ...bucket });
	});
	afterAll(async () => {
		await s3.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	it("gives back what was put, until it is removed", async () => {
		const bytes = await picture();
		await store.put("a-key", bytes, "image/jpeg");
		expect(Buffer.from((await store.get("a-key")) ?? []).equals(bytes)).toBe(true);
		await store.remove("a-key");
		expect(await store.get("a-key")).toBeNull();
		if (kind === "S3") expect(s3.calls.every(({ signed, path: at }) => signed && at.startsWith("/photos/"))).toBe(true);
	});

	it("leaves nothing behind when it fails", async () => {
		if (kind === "S3") {
			s3.fill();
			await expect(store.put("no-room", Buffer.from("x"), "image/webp")).rejects.toThrow();
			expect(s3.objects.size).toBe(0);
		} else {
			const broken = createDiskStore("/dev/null/nowhere");
			await expect(broken.put("no-room", Buffer.from("x"), "image/webp")).rejects.toThrow();
			expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).includes("draft"))).toEqual([]);
		}
	});
});
