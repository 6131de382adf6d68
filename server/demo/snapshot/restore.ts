import { existsSync, readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import postgres from "postgres";
import { migrateDatabase } from "@/db/migrate";
import type { FileStore } from "@/server/platform/files/file-store";
import { ADDRESS, bytesFile, type Manifest, readManifest, shippedSnapshot, tableFile } from "./manifest";
import { tablesOf } from "./tables";

type Target = { url: string; files: FileStore; address: string };

/**
 * Restores the shipped snapshot into an empty database: its present begins now. The database gets the schema that the snapshot was
 * taken from; the migrations since then are applied afterwards, as to any other company's database.
 */
export async function restoreSnapshot({ url, files, address }: Target, folder = shippedSnapshot()): Promise<void> {
	const manifest = readManifest(folder);
	await migrateDatabase(url, { until: manifest.migration });
	const connection = postgres(url, { max: 1, onnotice: () => {} });
	try {
		await connection.begin((tx) => fill(tx, folder, manifest, address));
		await connection`analyze`;
	} finally {
		await connection.end();
	}
	for (const [key, { bytes, mime }] of Object.entries(manifest.files)) {
		await files.put(key, readFileSync(bytesFile(folder, bytes)), mime);
	}
}

async function fill(tx: postgres.TransactionSql, folder: string, manifest: Manifest, address: string): Promise<void> {
	const { sequences, present } = manifest;
	const tables = await tablesOf(tx);
	// The rows have passed every guard and foreign key once, and come table by table now.
	await tx`set local session_replication_role = replica`;
	await tx.unsafe(`truncate ${tables.map(({ name }) => name).join(", ")}`);
	for (const { name, columns } of tables) {
		if (!existsSync(tableFile(folder, name))) continue; // it was empty
		const rows = brotliDecompressSync(readFileSync(tableFile(folder, name))).toString();
		await tx.unsafe(
			`insert into ${name} (${columns}) overriding system value
			select ${columns} from jsonb_populate_recordset(null::${name}, $1::text::jsonb)`,
			[rows.replaceAll(ADDRESS, address)],
		);
	}
	for (const [sequence, value] of Object.entries(sequences)) await tx`select setval(${sequence}, ${value})`;
	await tx`
		insert into platform.business_clock (id, offset_ms)
		values (1, ceil(extract(epoch from ${present}::timestamptz - now()) * 1000)::bigint)
		on conflict (id) do update set offset_ms = excluded.offset_ms`;
}
