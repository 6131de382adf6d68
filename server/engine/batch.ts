type Waiting<Item> = { item: Item; done: () => void; failed: (error: unknown) => void };

type Limits = {
	/** How many items one flush takes. */
	most: number;
	/** How many milliseconds to wait for company before a flush; none by default. */
	linger?: () => number;
};

/**
 * Group commit: what comes in while one flush is under way goes into the next, so that a busy engine pays for few
 * transactions and an idle one waits for none. When a flush of several fails, each is tried alone, so that one bad item
 * fails only itself.
 */
export function createBatcher<Item>(flush: (items: Item[]) => Promise<void>, { most, linger = () => 0 }: Limits) {
	let waiting: Waiting<Item>[] = [];
	let flushing = false;

	async function run(): Promise<void> {
		flushing = true;
		while (waiting.length > 0) {
			const ms = linger();
			if (ms > 0 && waiting.length < most) await new Promise((resolve) => setTimeout(resolve, ms));
			const batch = waiting.slice(0, most);
			waiting = waiting.slice(most);
			await settle(batch);
		}
		flushing = false;
	}

	async function settle(batch: Waiting<Item>[]): Promise<void> {
		try {
			await flush(batch.map(({ item }) => item));
			for (const { done } of batch) done();
		} catch (error) {
			if (batch.length === 1) batch[0]?.failed(error);
			else for (const one of batch) await settle([one]);
		}
	}

	return {
		/** Resolves when the item is durable. */
		add: (item: Item): Promise<void> =>
			new Promise((done, failed) => {
				waiting.push({ item, done, failed });
				if (!flushing) void run();
			}),
	};
}
