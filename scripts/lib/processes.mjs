import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { until } from "./wait.mjs";

/** Whether a process runs. A zombie, which only waits for its parent to take notice, does not. */
export function isAlive(pid) {
	try {
		process.kill(pid, 0);
	} catch (error) {
		return error.code === "EPERM";
	}
	return linuxStat(pid)?.state !== "Z";
}

/** What tells a process from a later one that was given the same number; undefined where that can't be found out. */
export function birthOf(pid) {
	if (process.platform === "linux") return linuxStat(pid)?.startTime;
	if (process.platform === "win32") return undefined;
	return spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() || undefined;
}

/** The command line of a process, as far as the system tells it. */
export function commandOf(pid) {
	try {
		if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
		return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
	} catch {
		return ""; // it has just ended
	}
}

/** Sends a signal to a process that may have ended already. */
export function signal(pid, name) {
	try {
		process.kill(pid, name);
	} catch (error) {
		if (error.code !== "ESRCH") throw error;
	}
}

/** Resolves when the process has ended: true in time, false if it still runs. */
export const ended = async (pid, timeoutMs) => (await until(() => !isAlive(pid), { timeoutMs })) === true;

function linuxStat(pid) {
	if (process.platform !== "linux") return undefined;
	try {
		// The second field is the program's name in brackets and may itself hold spaces and brackets.
		const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
		return { state: fields[0], startTime: fields[19] };
	} catch {
		return undefined;
	}
}
