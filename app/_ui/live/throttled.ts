/**
 * Collects names and hands them on together: the first at once, then at most one batch per `interval()` milliseconds.
 * The interval is asked for each time, so that it may change while the page is hidden.
 */
export function throttled(run: (names: ReadonlySet<string>) => void, interval: () => number) {
	let waiting = new Set<string>();
	let timer: ReturnType<typeof setTimeout> | null = null;

	const flush = () => {
		if (waiting.size === 0) {
			timer = null;
			return;
		}
		const batch = waiting;
		waiting = new Set();
		timer = setTimeout(flush, interval());
		run(batch);
	};

	return {
		call(name: string) {
			waiting.add(name);
			if (timer === null) flush();
		},
		cancel() {
			if (timer !== null) clearTimeout(timer);
			timer = null;
			waiting.clear();
		},
	};
}
