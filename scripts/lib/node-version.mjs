import { Failure } from "./failure.mjs";

const [NEEDED_MAJOR, NEEDED_MINOR] = [20, 19];

/** Refuses a Node.js that is too old, in words instead of a syntax error. */
export function requireNode() {
	const [major, minor] = process.versions.node.split(".").map(Number);
	if (major > NEEDED_MAJOR || (major === NEEDED_MAJOR && minor >= NEEDED_MINOR)) return;
	throw new Failure(`Node.js ${NEEDED_MAJOR}.${NEEDED_MINOR} or newer is needed; this is ${process.versions.node}.`);
}
