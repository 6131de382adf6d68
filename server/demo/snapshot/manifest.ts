import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** When the history of the shipped company ends: a Friday noon, with the week's and the month's end before it. */
export const SHIPPED_PRESENT = "2026-11-27T11:20:00+03:00";

/** Where the snapshot of the living demo company lies that is shipped with the code. */
export const shippedSnapshot = (root: string = process.cwd()): string =>
	path.join(root, "server/demo/snapshot/company");

const manifest = z.object({
	/** The business moment at which it was taken, and goes on when it is restored. */
	present: z.iso.datetime(),
	/** The newest migration of the database that it was taken from, as `when` in the journal has it. */
	migration: z.number().int(),
	/** The last value that each sequence gave. */
	sequences: z.record(z.string(), z.string()),
	/** The stored files: by their key, the name of the file that has their bytes, and their type. */
	files: z.record(z.string(), z.object({ bytes: z.string(), mime: z.string() })),
});

export type Manifest = z.infer<typeof manifest>;

export const manifestFile = (folder: string): string => path.join(folder, "manifest.json");
export const tableFile = (folder: string, table: string): string => path.join(folder, `${table}.json.br`);
export const bytesFile = (folder: string, name: string): string => path.join(folder, "files", name);

/** Stands for the address of the installation, which links in mails begin with. */
export const ADDRESS = "https://address-of-this-installation.invalid";

export const readManifest = (folder: string): Manifest =>
	manifest.parse(JSON.parse(readFileSync(manifestFile(folder), "utf8")));
