/**
 * A registry that has only some platforms' binaries makes npm leave the others out of the lock, and `npm ci` then refuses the
 * lock as incomplete. These functions find such gaps and fill them: on its own platform npm fetches what an entry names, on
 * all others it passes over it.
 */

const systems = {
	...{ android: "android", darwin: "darwin", freebsd: "freebsd", netbsd: "netbsd", openbsd: "openbsd", win32: "win32" },
	...{ linux: "linux", openharmony: "openharmony", sunos: "sunos", aix: "aix", windows: "win32", macos: "darwin" },
};
const processors = ["arm64", "x64", "ia32", "arm", "ppc64", "riscv64", "s390x", "loong64", "mips64el", "wasm32"];

/** The optional packages that the lock's packages ask for and that the lock does not have. */
export function gapsIn(lock) {
	return Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {} }]) =>
		Object.entries(optionalDependencies)
			.filter(([name, range]) => !fits(lock.packages[resolve(lock, place, name)], range))
			.map(([name, range]) => ({ name, version: range.replace(/^[\^~]/, ""), askedBy: place })),
	);
}

/** Packages that nothing asks for. */
export const extraneousIn = (lock) => Object.keys(lock.packages).filter((place) => lock.packages[place].extraneous);

/** The places of entries that name where a package was downloaded from: an address of one machine's network. */
export const addressesIn = (lock) => Object.keys(lock.packages).filter((place) => lock.packages[place].resolved);

/** A lock that `npm ci` accepts on every platform. */
export function completed(lock) {
	const packages = { ...lock.packages };
	for (const place of extraneousIn(lock)) delete packages[place];
	for (const { name, version, askedBy } of gapsIn({ packages })) {
		const taken = resolve({ packages }, askedBy, name); // by another version: this one goes beside the asker
		const place = taken ? `${askedBy}/node_modules/${name}` : `node_modules/${name}`;
		packages[place] = { version, ...(packages[askedBy].dev && { dev: true }), optional: true, ...platformIn(name) };
	}
	for (const entry of Object.values(packages)) delete entry.resolved;
	const sorted = Object.entries(packages).toSorted(([a], [b]) => (a < b ? -1 : 1));
	return { ...lock, packages: Object.fromEntries(sorted) };
}

/** The place where a package finds another: its own folder first, then those around it. */
function resolve(lock, from, name) {
	for (let at = from; ; at = at.includes("/node_modules/") ? at.slice(0, at.lastIndexOf("/node_modules/")) : "") {
		const place = `${at ? `${at}/` : ""}node_modules/${name}`;
		if (lock.packages[place]) return place;
		if (at === "") return undefined;
	}
}

const fits = (found, range) => found !== undefined && (!/^\d/.test(range) || found.version === range);

/** Which platform a package of binaries is for, by its name, as all of them are called. */
function platformIn(name) {
	const words = name.split("/").at(-1).split(/[-_.]/);
	if (words.includes("wasm32")) return { cpu: ["wasm32"] };
	const os = words.map((word) => systems[word]).find(Boolean);
	const cpu = words.find((word) => processors.includes(word));
	if (!os || !cpu) throw new Error(`The name of ${name} does not tell its platform: add its words to this file.`);
	const libc = words.some((word) => word.startsWith("musl")) ? "musl" : "glibc";
	return { cpu: [cpu], os: [os], ...(os === "linux" && { libc: [libc] }) };
}
