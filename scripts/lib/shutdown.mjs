const steps = [];
const pending = new Set();
let stopping;

/** Work that is waited for before this process ends, so that what it starts is known and can be undone. */
export async function uninterrupted(work) {
	const running = work();
	const settled = running.then(
		() => pending.delete(settled),
		() => pending.delete(settled),
	);
	pending.add(settled);
	return running;
}

/** Something to be undone before this process ends. What came last is undone first. Gives a way to take it back. */
export function beforeExit(step) {
	steps.push(step);
	return () => {
		const at = steps.indexOf(step);
		if (at >= 0) steps.splice(at, 1);
	};
}

/** Undoes everything and ends the process. */
export function shutdown(code) {
	stopping ??= (async () => {
		let status = code;
		await Promise.all(pending);
		while (steps.length > 0) {
			try {
				await steps.pop()();
			} catch (error) {
				console.error(error.message);
				status = 1;
			}
		}
		await Promise.all([process.stdout, process.stderr].map(written));
		process.exit(status);
	})();
	return stopping;
}

/** A pipe may still hold a part of what was said last. */
const written = (stream) => new Promise((resolve) => stream.write("", resolve));

export const isStopping = () => stopping !== undefined;

/** Ends in good order on every signal, and when whoever started this process is gone. */
export function heedSignals() {
	for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => shutdown(0));
	if (process.channel) {
		process.channel.unref();
		process.once("disconnect", () => shutdown(0));
	}
	// npm passes signals on but can't when it is killed. Started by anything else, this may outlive its parent on purpose.
	if (process.env.npm_lifecycle_event === undefined || process.platform === "win32") return;
	const parent = process.ppid;
	setInterval(() => process.ppid !== parent && shutdown(0), 500).unref();
}
