import postgres from "postgres";
import { inject } from "vitest";

/** Runs a statement on the cluster itself. */
async function onCluster(statement: string): Promise<void> {
	const admin = postgres(inject("cluster").adminUrl, { max: 1, onnotice: () => {} });
	try {
		await admin.unsafe(statement);
	} finally {
		await admin.end();
	}
}

/**
 * A database of its own for whoever asks, and how to drop it. A copy of the migrated template with its reference data, or
 * `empty`. A test file has one already (see setup.ts); ask for more to show two installations, or a first migration.
 */
export async function createDatabase(kind: "migrated" | "empty" = "migrated") {
	const { adminUrl, template } = inject("cluster");
	const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
	const source = kind === "migrated" ? template : "template0";
	await onCluster(`create database ${name} template ${source} strategy file_copy`);
	const url = new URL(adminUrl);
	url.pathname = `/${name}`;
	return { url: url.href, drop: () => onCluster(`drop database if exists ${name} with (force)`) };
}
