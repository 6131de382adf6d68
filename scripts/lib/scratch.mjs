import { accessSync, constants, statfsSync } from "node:fs";
import { freemem, tmpdir } from "node:os";

const MEMORY = "/dev/shm";
const ENOUGH_BYTES = 6 * 1024 ** 3;

/**
 * Where what a run throws away may lie: in memory where the system lends enough of it, for there a database is copied thirty times
 * as fast; else in the folder for temporary files.
 */
export function scratchFolder() {
	try {
		accessSync(MEMORY, constants.W_OK);
		const { bavail, bsize } = statfsSync(MEMORY);
		return Math.min(bavail * bsize, freemem()) >= ENOUGH_BYTES ? MEMORY : tmpdir();
	} catch {
		return tmpdir(); // other systems have no such folder
	}
}
