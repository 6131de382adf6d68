import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { birthOf, ended, isAlive, signal } from "./processes.mjs";

const PATIENCE_MS = 8_000;

/**
 * Takes a lock file for this process, which may write into it what others should know. Gives `{ holder }`, the notes of the
 * living process that has it, or `{ left }`, those of one that died with it, if there was one. A process that was killed and
 * whose number went to another program does not hold the lock.
 */
export function takeLock(file, notes = {}) {
	mkdirSync(path.dirname(file), { recursive: true });
	const own = { ...identityOf(process.pid), ...notes };
	const draft = `${file}.${process.pid}`;
	let left;
	for (;;) {
		writeFileSync(draft, JSON.stringify(own));
		try {
			linkSync(draft, file); // creates the file with its content, or fails: there is no moment without
			rmSync(draft);
			return { lock: lockOn(file, own), left };
		} catch (error) {
			rmSync(draft, { force: true });
			if (error.code !== "EEXIST") throw error;
		}
		const holder = readNotes(file);
		if (holder && lives(holder)) return { holder };
		left = moveAside(file) ?? left;
		if (left && lives(left)) return { holder: left };
	}
}

/** The notes of the living process that holds the lock, if one does. */
export function holderOf(file) {
	const holder = readNotes(file);
	return holder && lives(holder) ? holder : undefined;
}

/** What tells a process from all others, past and to come. */
export const identityOf = (pid) => ({ pid, birth: birthOf(pid) });

/** Ends what a dead holder noted as `children`: each leads a group of its own. */
export async function endChildrenOf(left) {
	for (const child of (left?.children ?? []).filter(lives)) {
		signal(-child.pid, "SIGTERM");
		if (await ended(child.pid, PATIENCE_MS)) continue;
		signal(-child.pid, "SIGKILL");
		await ended(child.pid, PATIENCE_MS);
	}
}

function lockOn(file, own) {
	let notes = own;
	return {
		note(more) {
			notes = { ...notes, ...more };
			const draft = `${file}.${process.pid}`;
			writeFileSync(draft, JSON.stringify(notes));
			renameSync(draft, file);
		},
		release() {
			if (readNotes(file)?.pid === process.pid) rmSync(file, { force: true });
		},
	};
}

/** Of two that find the same dead holder only one may take its file away, and no file of a living one. */
function moveAside(file) {
	const aside = `${file}.${process.pid}.left`;
	try {
		renameSync(file, aside);
	} catch (error) {
		if (error.code === "ENOENT") return undefined;
		throw error;
	}
	const notes = readNotes(aside);
	if (notes && lives(notes)) renameSync(aside, file);
	else rmSync(aside);
	return notes;
}

function readNotes(file) {
	try {
		return JSON.parse(readFileSync(file, "utf8"));
	} catch {
		return undefined; // gone, or not ours
	}
}

const lives = ({ pid, birth }) => isAlive(pid) && birthOf(pid) === birth;
