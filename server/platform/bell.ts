/** Wakes one sleeper. A ring that comes while nobody sleeps counts for the next sleep, so that none is lost. */
export function createBell() {
	let rung = false;
	let wake: (() => void) | undefined;
	return {
		ring(): void {
			rung = true;
			wake?.();
		},
		/** Resolves at the next ring, or after `ms` milliseconds. */
		async sleep(ms: number): Promise<void> {
			if (!rung) {
				await new Promise<void>((resolve) => {
					const timer = setTimeout(resolve, ms);
					wake = () => {
						clearTimeout(timer);
						resolve();
					};
				});
			}
			wake = undefined;
			rung = false;
		},
	};
}
