/**
 * State of which a process has one, whatever the bundler does: the same module is evaluated once for pages and once for
 * background work, and again at each hot reload.
 */
export function perProcess<State>(name: string, make: () => State): State {
	const key = Symbol.for(`make-cats-free/${name}`);
	const shared = globalThis as Record<symbol, unknown>;
	if (!(key in shared)) shared[key] = make();
	return shared[key] as State;
}
