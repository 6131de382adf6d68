import { readFileSync } from "node:fs";
import path from "node:path";
import { isFree } from "../../scripts/lib/ports.mjs";
import { isAlive, signal } from "../../scripts/lib/processes.mjs";
import type { AppServer } from "./server";

export type Tree = { starter: number; web: number; database: number };

/** The processes of a running installation with an embedded database. */
export function treeOf(server: AppServer): Tree {
	const notes = JSON.parse(readFileSync(path.join(server.dataDir, "instance.json"), "utf8"));
	const database = readFileSync(path.join(server.dataDir, "database/cluster/postmaster.pid"), "utf8");
	return { starter: notes.pid, web: notes.children[0].pid, database: Number.parseInt(database, 10) };
}

export const kill = (pid: number): void => signal(pid, "SIGKILL");

/** What of an installation still runs or is still held. */
export async function remainsOf(server: AppServer, tree: Tree): Promise<string[]> {
	const alive = Object.entries(tree).filter(([, pid]) => isAlive(pid));
	const port = (await isFree(server.port)) ? [] : ["port"];
	return [...alive.map(([name]) => name), ...port];
}
