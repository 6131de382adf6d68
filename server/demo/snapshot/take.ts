import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import postgres from "postgres";
import type { FileStore } from "@/server/platform/files/file-store";
import { ADDRESS, bytesFile, type Manifest, manifestFile, shippedSnapshot, tableFile } from "./manifest";
import { tablesOf } from "./tables";

type Source = { url: string; files: FileStore; address: string };

const compressed = (text: string): Buffer =>
	brotliCompressSync(text, {
		params: { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS, [constants.BROTLI_PARAM_QUALITY]: 11 },
	});

/** Writes a snapshot of a company whose installation is at rest, over the one that is shipped with the code. */
export async function takeSnapshot({ url, files, address }: Source, folder = shippedSnapshot()): Promise<void> {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(bytesFile(folder, ""), { recursive: true });
	const connection = postgres(url, { max: 1, onnotice: () => {} });
	try {
		const manifest = await connection.begin("isolation level repeatable read read only", async (tx) => {
			for (const { name } of await tablesOf(tx)) {
				// By the database itself: JavaScript's numbers and dates are less exact than its own.
				const [all] = await tx.unsafe<{ rows: string }[]>(
					`select jsonb_agg(to_jsonb(t) order by t.ctid)::text as rows from ${name} t`,
				);
				if (all?.rows) writeFileSync(tableFile(folder, name), compressed(all.rows.replaceAll(address, ADDRESS)));
			}
			return { ...(await momentOf(tx)), sequences: await sequencesOf(tx), files: await filesOf(tx, files, folder) };
		});
		writeFileSync(manifestFile(folder), `${JSON.stringify(manifest, null, "\t")}\n`);
	} finally {
		await connection.end();
	}
}

async function momentOf(tx: postgres.TransactionSql): Promise<Pick<Manifest, "present" | "migration">> {
	const [moment] = await tx<{ present: Date; migration: number }[]>`
		select date_trunc('second', platform.business_now()) as present,
			(select created_at::float from drizzle.__drizzle_migrations order by created_at desc limit 1) as migration`;
	if (!moment) throw new Error("the database has no clock");
	return { present: moment.present.toISOString(), migration: moment.migration };
}

async function sequencesOf(tx: postgres.TransactionSql): Promise<Manifest["sequences"]> {
	const rows = await tx<{ sequence: string; value: string }[]>`
		select format('%I.%I', schemaname, sequencename) as sequence, last_value::text as value from pg_sequences
		where last_value is not null and schemaname <> 'drizzle' order by 1`;
	return Object.fromEntries(rows.map(({ sequence, value }) => [sequence, value]));
}

/** The company has few photos, taken again and again: each is kept once. */
async function filesOf(tx: postgres.TransactionSql, store: FileStore, folder: string): Promise<Manifest["files"]> {
	const known: Manifest["files"] = {};
	for (const { id, mime } of await tx<
		{ id: string; mime: string }[]
	>`select id, mime from platform.files order by id`) {
		const bytes = await store.get(id);
		if (!bytes) throw new Error(`the bytes of file ${id} are gone`);
		const name = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
		writeFileSync(bytesFile(folder, name), bytes);
		known[id] = { bytes: name, mime };
	}
	return known;
}
