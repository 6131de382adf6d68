import { readFileSync } from "node:fs";
import path from "node:path";
import { run } from "./command.mjs";
import { Failure } from "./failure.mjs";

/** Installs the packages of the lock file, unless exactly these are there. */
export async function ensureInstalled(root, lock) {
	if (isInstalled(root)) return;
	console.log("Installing packages (about a minute) …");
	const npm = process.env.npm_execpath;
	const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
	const { code, output } = npm
		? await run(process.execPath, [npm, ...args], { cwd: root, lock, quiet: true })
		: await run("npm", args, { cwd: root, lock, quiet: true });
	if (code !== 0) throw new Failure(`The packages could not be installed:\n${output}`);
}

/** npm keeps a list of what it has installed: it must hold each package of the lock, in the same version. */
function isInstalled(root) {
	const wanted = packagesOf(path.join(root, "package-lock.json"));
	const found = packagesOf(path.join(root, "node_modules", ".package-lock.json"));
	if (!wanted || !found) return false;
	return Object.entries(wanted).every(([place, { version, optional }]) => {
		if (place === "") return true;
		return found[place] === undefined ? optional === true : found[place].version === version;
	});
}

function packagesOf(file) {
	try {
		return JSON.parse(readFileSync(file, "utf8")).packages;
	} catch (error) {
		if (error.code === "ENOENT") return undefined;
		throw error;
	}
}
