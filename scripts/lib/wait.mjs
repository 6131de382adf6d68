export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again and again until the answer is truthy, and gives it; `undefined` when the time is over. */
export async function until(ask, { timeoutMs, everyMs = 25 }) {
	const end = performance.now() + timeoutMs;
	for (;;) {
		const answer = await ask();
		if (answer) return answer;
		if (performance.now() > end) return undefined;
		await sleep(everyMs);
	}
}
