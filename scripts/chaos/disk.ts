import { existsSync, readdirSync } from "node:fs";
import promises, { type FileHandle } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

type Finding = { holds: string; breaches: number };

/** The disk under a folder, for this process: while it is full, what is written there is cut off in the middle. */
export function diskOf(folder: string) {
	let isFull = false;
	let refused = 0;
	const { open } = promises;
	promises.open = async (...asked: Parameters<typeof open>): Promise<FileHandle> => {
		const file = await open(...asked);
		if (!isFull || !String(asked[0]).startsWith(folder) || asked[1] !== "wx") return file;
		refused += 1;
		file.writeFile = async () => {
			await file.write("half of it");
			throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
		};
		return file;
	};
	syncBuiltinESMExports();
	return {
		async fill(ms: number): Promise<void> {
			isFull = true;
			await pause(ms);
			isFull = false;
		},
		refused: () => refused,
		/** Every photo that is known is there, whole, and nothing half written is left. */
		async findings(): Promise<Finding[]> {
			const { rawSql } = await import("@/db/client");
			const there = existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : [];
			const names = new Set(there.map((name) => path.basename(name)));
			const known = await rawSql()<{ id: string }[]>`select id from platform.files`;
			return [
				{
					holds: "every photo that is known is on the disk",
					breaches: known.filter(({ id }) => !names.has(id)).length,
				},
				{
					holds: "nothing half written is left on the disk",
					breaches: [...names].filter((name) => name.endsWith(".draft")).length,
				},
			];
		},
	};
}
