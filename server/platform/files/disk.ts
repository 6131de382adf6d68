import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { FileStore } from "./file-store";

/** Files in a folder of this machine, or one that all instances mount. A file is there whole or not at all. */
export function createDiskStore(folder: string): FileStore {
	const place = (key: string) => path.join(folder, key.slice(-2), key);
	return {
		async put(key, bytes) {
			const target = place(key);
			await mkdir(path.dirname(target), { recursive: true });
			const draft = `${target}.${randomUUID()}.draft`;
			try {
				const file = await open(draft, "wx");
				try {
					await file.writeFile(bytes);
					await file.sync();
				} finally {
					await file.close();
				}
				await rename(draft, target);
			} catch (error) {
				await rm(draft, { force: true });
				throw error;
			}
		},
		async get(key) {
			try {
				return await readFile(place(key));
			} catch (error) {
				if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
				throw error;
			}
		},
		remove: (key) => rm(place(key), { force: true }),
	};
}
